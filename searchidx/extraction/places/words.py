"""Words that tell whether a capitalised name is a place: written for this package."""

from __future__ import annotations

# Ordinary words, written small, that some small place also bears.
ORDINARY = frozenset(
    """
    to of is are or on can from used name as one change line list more alpha beta see do same run
    fully than time we ways them most early since start over page don per keys section well many
    were still level point made sort root re common own never main progress log along patch base
    normal zero range much none limit split parent cut loop give manage turn cache switch mark
    reading deal store minor nor send real branch go down export port sent man hope tool force date
    bad side us best rest rule basic caller save seen conversion success helper going legacy zone
    bar got die tell care sense comma come hard charge doc say home job lot plain me four ever share
    pool pop mailing model lead hook non race ask goes colon modern startup cast white driver echo
    lack goto front states ed boundary seem cat tab boot area steps law broke strong marks tells
    receiving nice van loss tar channel kill locking marker principal plan center centre hit alter
    combine carry sale enter arch worth pack hang bare pure post haven minus chance assumption fleet
    rate hub effort box welcome outer dual happy reach came holder peer bottom human vary red
    slashes media grants falls equality hour flushing trim net roles delta green vice warns advance
    ran shut pipes week cloud lazy trap met paste loose friendly poll omega waits cell sole busy
    sane walk grab salt sees gold tune bail sake mint reserve capital angle okay opportunity pay
    light forth silly asan paper sentinel friend central gateway lang ring sin demo vi bison chop
    lives ada jar polling trip grey forks wall pin nan singleton noisy sector hot mesa hurt began
    drain wake proven panic clever gang arches concrete woken mere clones bias hole lone story
    dollar experiment bridge freedom bullet acos egg gamma rich luck prec shields rapid till magenta
    era messy gas circle slide surprise leap concise trial research fell wise powers ash mold bear
    star marshal leader landing axis arena ranger torn court band stamps brand dry goodwill accord
    lean paint dig eye begun peel meeting nine cascade enterprise spoken burst stock cool hell boo
    baud roman mono grave shot quarter grabs cuts cube bright grace century hatch grain trail peak
    burden gemini downside nis tape sigma hat keen cite sterling independence liberal mobile guy
    shaping ball english triangle rust agency federation peculiar planes corpus bat federal tone
    trans orange portal bells sing winner mine tailing toll crossing sad lame pound corners young
    contest lit plenty stall diamond grub summer tangent south north east city postal turtle bang
    assent energy pristine acme clint needle antique angles lucky spring springs hazard dare boom
    beer buy engineer police grand train glad twist crystal brick lea monster rene cork possession
    tea lend smile bank smiley blessing bor mad seth spy tall tire nose rain passage war latitude
    rise transit market canon bone purchase eagle raven junction breese gale damon liberty circa
    punch banks sway tour cargo thorn elm rot soul landmark vista born settle retreat halfway pen
    belt ray pink fore lime curry ear sunset forest pike battle bites violet hall chair wave tornado
    lab solo hunting fate forge keith manor cage harvest pal entrance bark industry fare street
    sales bid ore grad cafe lakes economy cars son newborn brake knock bean brush magnet earth
    staple coyote sells wing horn nails garnish virgin bake champion picon pouch metro zoo spike
    bent rung banning narrows bay male western twin pinch meridian dad tent continental brilliant
    reform rainbow tube elixir clay jade hue hollow guns unity cactus badger penguin opal roundabout
    song lion harmony bloom summit apples nation news times general president king queen prince
    united union joint first second third last next lord lady miss sir mother father sister brother
    nations world state county town village district department ministry minister secretary house
    cabinet committee commission council board bureau office institute university college school
    church hospital museum library club league cup game games team series show sky troy homer sparta
    progreso action active admiral alarm alliance alma ambassador ancient angel anchor amber arc arm
    armor army art attack autumn award axe bachelor back bacon bag balance balloon bard barn baron
    barrel basin basket bath beach beacon bead beaver bed bee bend benefit bible big bill bird
    bishop blaze blessed block blood bloomberg blossom blue bluff boat body bold bond bonus book
    border boss bottle bow bowl boy brave bread breeze bride broad bronze brook bubble buck bud bug
    bull burn butte button cabin cable cake calm camp candle cannon canyon cape caps captain car
    card career carbon cash castle catch cave cedar chain chalk charm charter cheap cherry chest
    chief child choice cinema civic class clean clear cliff climax clock close cloth clover coach
    coal coast coat cobra cocoa code coin cold collection colony colt column comet comfort commerce
    company concord cone consort copper coral corn corner cosmos cotton count country courage cove
    cover cow cradle crane creek crew crisp cross crown cruise crow crush cure cypress dairy dam
    dance dark dawn day dead dean dear death deep deer defense defiance delight den desert design
    desire devil dew dinner direct disco dish dock dog doll dolphin dome dove dragon dream dress
    drum duck due duke dune dust duty ease eclipse eden edge edition effect eight election electric
    element elephant elite ember emerald emperor empire end engine ensign equal escape estate
    eternal evening evergreen exchange exile express extra fair fairy faith falcon fame family fancy
    farm fashion favor feather fest field fighter film final fine finger fire fish five flag flame
    flash flat flint flood floor flora flower fly focus fog folk food fool foot forward foundation
    fountain frame free fresh frontier frost fruit full fun future galaxy gallery garden garnet gate
    gem genesis ghost giant gift girl glass globe glory glow goal goat golden good grass great
    ground group grove growth guard guardian guide gulch gun hand harbor harp hawk head health heart
    heat heaven heavy hedge height heights help hen heritage hero hi high hill history holiday holy
    honey honor hood horizon horse host hotel hound hurricane ice icon ideal idol image imperial
    impact inner inn insight interior iron island issue ivory ivy jacket jasper jet jewel joy
    jubilee judge jump jungle justice key kick kid kingdom kiss kite knife ladder lake lamb lamp
    land lark laser latin laurel lava leaf legend lemon leopard letter life lilly lily link lodge
    logic look lotus love loyal luxury lynx magic magnolia maid mail mainland manna maple marble
    marine master match matrix matter maze meadow mean medal memory men mercy merit merry message
    metal method middle might mile military milk mill mind miracle mirror mist moment monarch money
    monitor moon moral morning moss motor mountain mouse mouth movie music mustang myth native
    natural nature navy neck nest network new night noble noon norm note novel number nurse oak
    oasis oath ocean oil old olive open opera opposition option orbit order organ origin orient
    outlook owl pace painter palace palm panther paradise pardon part party path patience patriot
    peace peach pearl peanut people pepper perfect photo piano pilot pine pioneer pipe pirate pit
    pizza place planet plant plaza pleasant pleasure poet polar pole pond pony poor pope poplar
    poppy pot power prairie praise premium press pride priest prime prior prism prison prize product
    profile project promise prospect prosper protest proud province public pulse purple push pyramid
    quality quarry quest quick quiet rabbit radio rail ram ranch ratio ready reason rebel record
    reef regal region relief report rescue resort revolution rhythm ribbon ridge right river road
    robin rock rocket roll roof room rope round rover royal ruby ruin rush sabre safe saga sage sail
    saint sand sandstone sapphire satellite science scout sea seal season secret seed senior sequoia
    service seven shadow shark sharp sheep shepherd shield ship shop shore short shoulder shrine
    sierra sign signal silver simple six skin skull slam slate sleep slick slope small smart smoke
    snake snow social soil soldier sound source space spark spear special spectrum speed spirit spot
    spray spur square stable staff stage stand standard station statue steel stem step stick stop
    storm strand stream strike strip studio style sugar super support surf sweet swift sword symbol
    system table tail talent talk tango task taste tax teacher temple ten tenor term test texture
    theater theatre theme thistle thought three throne thunder ticket tide tiger timber today tomb
    tomorrow ton top torch total touch tough tower track trade tradition treasure treaty tree trend
    tribe tribune trinity triple triumph trophy trouble truck true trust truth tulip tunnel twelve
    twenty two uncle unique unit universal upper urban utopia valley value vanguard variety velvet
    venture verdict veteran victor victory view villa vine virtue vision vital voice volunteer vote
    voyage wade wagon walker waltz wander warm warrior watch water weather weed wheel whistle wild
    will willow wind window wine winter wire wisdom wit wolf woman wonder word work yard year yellow
    yes zenith
    """.split()
)
# Months, brands, institutions: capitals that some small place shares.
PROPER = frozenset(
    """
    adidas allah amazon android apache apollo apple april august barclays barrick boeing brexit
    buddhist buick catholic chanel chase chevrolet chevron christian christmas citi congress covid
    december dell democrat easter ebola enron exxon facebook february ford friday gap gates
    god google gucci hilton hindu honda hyatt influenza intel islam january jew jewish july june
    jupiter koran lehman lent march marriott mars may mercury mers mitsubishi mobil monday moody
    morgan morningstar muslim nike nissan nokia november october oracle orion parliament prada
    protestant puma quran rabies reliance republic ritz sars saturday saturn senate september shell
    sheraton siemens sikh skype starbucks subway sun sunday target tata tesla thursday toyota
    tuesday twitter uber venus visa wednesday windows yahoo zika
    """.split()
)
# Surnames that are in the news more often than the towns named after them.
SURNAMES = frozenset(
    """
    abdullah abe acosta adams aguilar aguinaldo ahmed ahn alexander ali allen almeida andrews annan
    aoki aquino arafat armstrong arnold arthur aziz bailey baker baldwin barak barbieri barbosa
    barnes barrett barton bauer baumann bautista beck becker beckham bell bennett benson berger
    berry bertrand bianchi bishop black blackburn blair blake blanco bolton bonifacio bonnet boone
    bowen bowman boyd bradford bradley bradshaw brady braun briggs bristow brooks brown bryant
    buchanan bui burke burns burton bush butler byrd cabrera calhoun camara cameron campbell campos
    cannon cardoso carlson carpenter carr carroll carson carter carvalho castillo castro cervantes
    chandler chapman chavez chen chevalier cho choi churchill cisse clayton clement clements clifton
    clinton cobb cole coleman collins colombo compton conley conner conrad conti contreras conway
    cook coolidge cooper cordero costa cox craig crawford crosby cruz cunningham curtis dalton dang
    daniels davidson davis dawson decker delgado deng denton diallo diaz dickson dillon diop dixon
    dodson donaldson donovan douglas drake duarte dubois dudley dumont duncan dunn duong durham
    duval dvorak eaton edwards eisenhower elliott ellis emerson endo escobar espinoza esposito
    estrada evans farley farmer farrell ferguson ferrari ferreira figueroa fischer fisher fitzgerald
    fleming fletcher flores floyd fontaine forbes ford foster fournier fowler fox francis frank
    franklin fraser freeman fujita fukuda fuller gallo gao garcia gardner garfield garner garrett
    gates gauthier gentry gerrard gibson gilbert gill girard glenn glover gomez gonzales gonzalez
    goodman gordon goto gould graf graham grant graves gray greco greene greer gregory griffin
    grimes guerrero guo gutierrez guzman hale hamad hamilton hampton han hancock hanson hara harada
    harding harmon harper harrington harrison hart hartmann harvey hasegawa hashimoto hassan
    hatfield hawkins hayashi hayden hayes haynes he heath henderson henry hensley hernandez herring
    hewitt hicks hilton hoang hobbs hodge hoffmann hogan holden holland holloway holmes holt hoover
    hopkins horton horvat houston howard howe hu huang hubbard hudson huff hughes hull humphrey hunt
    hunter hurley hurst hussain hutchinson hwang ibarra ibrahim ikeda ingram inoue iqbal ishii
    ishikawa ito ivanov jackson jacobs james jang jarvis jefferson jenkins jennings jensen johnson
    johnston jones jung kaiser kane kaneko kang kato keita keller kelley kelly kemp kennedy kent
    kerr khalid khan kim kimura king kirby kirk klein knight knox kobayashi koch kondo kovac
    kowalski kramer krause kruger kumar kwon lamb lambert lampard lancaster lane lange larsen larson
    laurel laurent lawrence lawson le leach leclerc lee lefebvre lehmann leon leonard lester lewis
    li lim lin lincoln liu livingston logan lombardi long lopez lorenz lowe lucas ludwig lula luo
    lynch lyons ma mabini macapagal macdonald mack madden maddox madison maeda magsaysay major
    maldonado malik mandela mann manning mansour mao marchand marin marino marks marsh marshall
    martinez martins mason massey mathews matsuda matsumoto matthews maxwell may mcbride mccall
    mccarthy mcclure mccormick mccoy mccullough mcdaniel mcdonald mcgee mcgrath mcguire mcintosh
    mcintyre mckay mckee mckenzie mckinley mcknight mclaughlin mclean mcleod mcmahon mcmillan mcneil
    mcpherson meadows medina melton mendoza mensah mercado mercer merrill meyer michel middleton
    miller mills mitchell miura miyazaki molina monroe monteiro mooney moore morales moran moreau
    moreira moretti morgan mori morita morozov morris morrison morrow morse morton moses moss moura
    mourinho mubarak mueller mullen muller mullins murakami murdoch murphy murray myers nakajima
    nakamura nakayama nash nasser navarro ndiaye neal nelson neumann newman newton ngo nguyen
    nichols nicholson nielsen nishimura nixon nolan norman norris norton novak nowak nunes obama
    obrien ocampo oconnor odonnell ogawa oh okada okafor oliveira olson oneill ono ortega ortiz
    osborne osmena ota owen owens pace page palmer park parker parsons patel patrick patterson
    patton paul payne pearson peck pennington pereira peres perez perkins perrin perry peters
    petersen peterson petrov pham phan phelps phillips pierce pinto pittman pitts polk pollard poole
    pope popov porter potter powell pratt preston price prince proctor pruitt putin quezon quinn
    rabin rahman ramirez ramos ramsey randall randolph rankin raymond reagan reed reeves reilly
    reyes reynolds rhodes ribeiro ricci rice richards richardson richmond richter riddle riley rios
    rivera roach robbins robertson robinson rocha rodriguez rogers rojas rollins romano romero
    rooney roosevelt rosario rose ross rossi rousseau roux rowe rowland roxas ruiz russell russo
    rutledge ryan saad sadat said saito sakamoto salazar saleh salem salinas sampson sanchez sanders
    sandoval santos sasaki sato savage sawyer schmidt schneider schroeder schultz schulz schwartz
    scott sears sellers seo sexton shaffer shannon sharma sharon shaw shelton shepard sheppard
    sherman shields shimizu shin silva simmons simon simpson sims singh skinner slater sloan smirnov
    smith snyder sokolov solomon song souza sparks spears spencer stafford stanley stanton starr
    steele stein stephens stephenson stevens stevenson stewart stokes stone stout strickland stuart
    sullivan summers sun sutton suzuki swanson sweeney sykes taft takeuchi talley tamura tanaka
    tanner tate taylor teixeira terrell terry thatcher thornton todd torres toure townsend tracy
    tran traore travis trujillo truman trump tucker tutu tyler ueda underwood valdez valentine vance
    vargas vaughan vaughn vega villanueva vincent vinson vogel volkov vu wada wade wagner walker
    wallace walsh walter walters walton wang ward warner warren washburn waters watkins watson watts
    weaver webb weber wells wenger west wheeler whitaker whitehead whitfield whitley whitney wiggins
    wilcox wilder wiley wilkerson wilkins wilkinson william willis wilson winkler winters witt wolf
    wolfe wood woodard woods woodward workman wright wu wyatt xu yamada yamaguchi yamamoto yang
    yates yoon yoshida zamora zapata zhang zhao zhou zhu zimmerman zimmermann
    """.split()
)

# Words that are in many names and name nothing by themselves, even two together ("North Side", "Central District").
GENERIC = frozenset(
    """
    North South East West Northern Southern Eastern Western Central Northeast Northwest Southeast Southwest
    Northeastern Northwestern Southeastern Southwestern Upper Lower Inner Outer Middle New Old Grand Great Greater
    Big Little Side End Coast Bank Shore Point Park Town City Village District Region Province County State Zone Area
    Center Centre Square Hall Street Road Avenue Main Market High School University College Church House Home Hill
    Hills Valley River Lake Bay Beach Island Islands Ocean Sea Gulf Port Harbor Harbour Airport Station Bridge Garden
    Gardens Green Field Fields Farm Woods Forest Mountain Mountains Spring Springs Fort Camp Base Place Court First
    Second Third Fourth Fifth National International Royal Federal United Public General Nino Nina El La
    """.split()
)
# Words that make a region of the name before them, and are part of it: "Sokoto State", "Suffolk County".
DIVISION_WORDS = frozenset(
    """
    County State Province Region District Oblast Governorate Prefecture Township Parish Borough Municipality
    Territory Voivodeship Raion Krai Canton
    """.split()
)
# Words that end the name of a place no more often than that of something else.
VAGUE_FEATURES = frozenset(
    """
    City Way Pass Point Cape Base Camp Park Farm Sound Trail Hill Hills Estate Castle Palace Arena Stadium Zoo Prison
    Jail Cathedral Springs Forest Bay Heights Coast Falls Region District Territory Terminal Peak Green Town Village
    Field Marsh Moor Dale Quarter Pier Drive Plaza Square Tower House Marina Crescent Speedway
    """.split()
)

# Words before a name that make it a place ("in Kharkiv"), from sure to likely.
LOCATIVE = frozenset(
    "in near outside throughout inside across around at via toward towards into through".split()
)
DIRECTIONAL = frozenset(
    """
    northern southern eastern western central north south east west northeastern northwestern southeastern
    southwestern north-eastern north-western south-eastern south-western northeast northwest southeast
    southwest
    upstate downtown suburban coastal rural inner mainland neighbouring neighboring nearby midtown uptown
    war-torn occupied
    """.split()
)
MOVING = frozenset(
    "from to between leaving reached visit visits visiting visited toured entered left reach against over".split()
)
# What storms and strikes do to a place, and now and then somebody to somebody.
HITTING = frozenset(
    "hit hits hitting struck strikes rocks rocked batters battered lashes lashed shakes shook".split()
)
# "of", "the", "and", "with" say nothing; these speak a little for a place that acts.
AREA_NOUNS = frozenset(
    """
    region regions province provinces district districts county counties oblast governorate prefecture state states
    municipality territory territories canton voivodeship parish republic enclave peninsula valley
    area areas suburb suburbs borough boroughs neighbourhood neighborhood neighbourhoods neighborhoods city
    town village villages settlement airport harbour harbor port river mountains islands island coast border
    parishes governorates prefectures municipalities townships rivers slum slums shantytown
    metro basin desert strait straits commune township emirate raion rayon province's hills plains residents
    resident
    """.split()
)
# Of these, the ones that make the name before them that of a region, not of the city in it.
REGION_NOUNS = frozenset(
    """
    region regions province provinces district districts county counties oblast oblasts governorate governorates
    prefecture prefectures state states territory territories canton voivodeship parish parishes republic enclave
    peninsula valley municipality municipalities commune emirate raion rayon province's river rivers
    """.split()
)
# "the village of X", "the port city of X", "X, a town"
PLACE_NOUNS = frozenset(
    """
    city town village hamlet suburb district province region county state port island capital
    municipality settlement neighborhood neighbourhood borough township parish commune oblast governorate
    prefecture republic kingdom emirate territory enclave canton resort peninsula valley
    cities towns villages hamlets suburbs districts provinces regions counties states ports islands
    settlements neighborhoods neighbourhoods communities community streets outskirts coast banks shores skies
    sub-county subcounty barangay camp archipelago
    """.split()
)
# A name with one of these behind it is a place of its own: a street, a river, an airport.
FEATURE_WORDS = frozenset(
    """
    County River Lake Bay Island Islands Mountain Mountains Valley Creek Beach Harbor Harbour Peninsula
    Province Region District Oblast Governorate Prefecture Desert Strait Straits Sea Gulf Canal Dam Falls
    Forest
    Bridge Airport Street Avenue Road Boulevard Lane Drive Square Plaza Highway Park Parkway Township
    Village City Hills Hill Heights Borough Parish Canyon Reservoir Basin Delta Coast Reef Volcano Glacier
    Ridge Peak Springs Terminal Raion Pier Marsh Sound Cape Point Pass Plateau Plains Expressway Turnpike
    Tunnel
    Quarter Estate Cathedral Cemetery Stadium Rd. St. Ave. Blvd. Territory Municipality Commune Archipelago
    Atoll
    Loch Moor Dale Bypass Interchange Crescent Way Freeway Farm Ranch Trail Prison Jail Castle Palace Arena
    Zoo
    Reservation Refuge Racecourse Raceway Speedway Wharf Marina Camp Base
    """.split()
)
FEATURE_FIRST = frozenset(
    "Lake Mount Mt. Mt Cape Fort Ft. Ft Port River Gulf Loch Isle Camp Rue Via Plaza".split()
)
# Words behind a name that belong to an institution: "Paris Police Department".
INSTITUTION_WORDS = frozenset(
    """
    University College School Schools Academy Institute Hospital Clinic Police Sheriff Fire Department Council
    Court Courts Commission Commissioners Board Authority Agency Office Ministry Government Parliament
    Assembly
    Senate Congress House Legislature Cabinet Army Navy Force Forces Guard Corps Embassy Consulate Chamber
    Bank
    Exchange Stock Times Post Herald Tribune Journal Gazette Star News Daily Press Chronicle Sun Globe Mail
    Observer Telegraph Courier Inquirer Register Examiner Sentinel Dispatch Symphony Orchestra Opera Ballet
    Museum Library Gallery Theatre Theater Church Temple Mosque Synagogue Diocese Archdiocese Center Centre
    Hall
    Club Team United City Rovers Wanderers Athletic Town FC F.C. Olympics Games Open Marathon Cup Festival
    Fair
    Conference Summit Declaration Treaty Accord Agreement Convention Association Society Federation Union
    League
    Alliance Party Movement Front Foundation Trust Fund Group Corporation Corp Corp. Company Co. Inc Inc. Ltd
    Ltd. Plc Airlines Airways Railway Railways Railroad Transit Electric Power Gas Oil Energy Petroleum Water
    Mayor Governor Gov. Sen. Rep. Senator Representative President Prime Minister Chancellor Secretary
    Attorney Judge Supreme District Circuit Superior High Middle Elementary Primary Secondary State National
    Public Community Medical Health Development Planning Housing Port Grand Prix Republicans Democrats
    Republican Democratic Labour Conservative Senators Giants Yankees Mets Dodgers Cubs Bulls Bears Lakers
    Cowboys Patriots Eagles Jets Dolphins Raiders Rangers Tigers Lions Hornets Red Sox Blue Jays Maple Leafs
    Crisis War Wars Revolution Uprising Massacre Bombing Attack Spring Accords Protocol Process Plan Marine
    International Regional Central Federal Royal General County Chief Emergency Roads Works Statehouse
    """.split()
)
# Whose home town follows: "a volunteer from X".
FOLK = frozenset(
    """
    man men woman women boy boys girl girls teen teenager couple family families student students pupil pupils volunteer
    volunteers nurse nurses farmer farmers fisherman fishermen doctor doctors teacher teachers resident residents
    soldier soldiers crew crews driver drivers worker workers trader traders native visitor visitors fan fans
    drivers searchers rescuers firefighters officers deputies parents voters commuters shoppers neighbors neighbours
    migrants refugees protesters passengers tourists villagers
    """.split()
)
# What teams do that are called by their town, in reports of games.
TEAM_VERBS = frozenset(
    "visits hosts swept edged routed defeated downed blanked topped plays faces travels beat beats lost trails "
    "hosted".split()
)
# A team is several people in British English; one person would play alone.
TEAMS_VERBS = frozenset("host play face travel meet".split())
# The last word of a body that is taken for a person where it says something.
AUTHORITIES = frozenset(
    "Patrol Department Police Authority Commission Agency Council Committee University College Hospital Bureau".split()
)
# Only a municipality has these: "Preston Crown Court", "Franklin City Council", "Jackson Police Department".
MUNICIPAL = frozenset("Police Fire Crown Magistrates Municipal Borough City Town".split())
# Schools are called after persons and towns, hardly after countries.
LOCAL_SCHOOLS = frozenset("High Elementary Middle Junior".split())
# Institutions that every small town has: "Longview Police", "Paris City Council".
LOCAL_AUTHORITIES = frozenset(
    """
    Police Sheriff Fire Council Mayor City County Town Township Village Elementary Middle High School Schools
    Community Chamber Airport Public Municipal Borough District Library Hospital Democrats Republicans
    """.split()
)
# Teams that play under the name of their town.
TEAM_WORDS = frozenset(
    """
    United City Rovers Wanderers Athletic Town Albion FC F.C. Argyle Rangers Celtics Mavericks Rockets
    Spurs Suns Warriors Clippers Kings Grizzlies Pelicans Timberwolves Nuggets Jazz Blazers Pacers Pistons
    Cavaliers Hawks Hornets Heat Magic Wizards Knicks Nets Raptors Bucks Bills Ravens Bengals Browns
    Steelers Texans Colts Jaguars Titans Broncos Chiefs Chargers Commanders Packers Vikings Falcons
    Panthers Saints Buccaneers Cardinals Rams 49ers Seahawks Braves Phillies Nationals Brewers Reds
    Pirates Padres Rockies Diamondbacks Mariners Athletics Astros Royals Twins Guardians Orioles Marlins
    Bruins Sabres Canadiens Penguins Flyers Capitals Hurricanes Blackhawks Predators Avalanche Flames
    Oilers Canucks Kraken Sharks Coyotes Islanders Sounders Timbers Wolves Wildcats Bulldogs Huskies
    Indians Strikers Bulls Bears Lakers Cowboys Patriots Eagles Jets Dolphins Raiders Tigers Lions Giants
    Yankees Mets Dodgers Cubs Sox
    """.split()
)
BRITISH_TEAMS = frozenset("United City Rovers Wanderers Athletic Town Albion FC F.C. Argyle Rangers".split())
NEWSPAPERS = frozenset(
    """
    Times Post Herald Tribune Journal Gazette Star News Daily Press Chronicle Sun Globe Mail Observer Telegraph Courier
    Inquirer Register Examiner Sentinel Dispatch Weekly Review Bulletin Argus Echo Standard Today Mirror Record
    Independent
    """.split()
)
# "a Longview woman", "the Toowong restaurant": lower-case nouns that a place stands before.
LOCAL_NOUNS = frozenset(
    """
    man woman men women couple teen teenager boy girl mother father mom dad family resident residents native police
    officer officers officials councillor councilman councilwoman mayor restaurant hotel hospital school schools
    church station court courthouse courtroom factory plant office offices store shop pub farm stadium university campus
    hall museum airport suburb home house apartment street streets neighborhood neighbourhood laboratory prison jail
    clinic synagogue mosque temple cemetery park beach headquarters branch terminal refinery mine base port harbour
    harbor hospital lawyer attorney doctor businessman businesswoman teacher student students firefighters
    airbase airfield barracks detectives magistrates warehouse market mall casino nightclub townhouse mansion
    """.split()
)
SPEECH = frozenset(
    """
    said says say told tells added adds asked asks wrote writes tweeted insisted argued recalled replied noted
    warned explained thinks thought believes believed recalls joked smiled laughed nodded shrugged testified
    married retired scored born died
    """.split()
)
# A company is named by what follows: never the place itself.
COMPANY_WORDS = frozenset("Inc Inc. Corp Corp. Ltd Ltd. Plc PLC LLC L.P. LP AG SA NV GmbH Co. & Bros".split())
