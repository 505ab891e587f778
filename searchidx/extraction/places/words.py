"""Words that tell whether a capitalised name is a place: written for this package."""

from __future__ import annotations

# Ordinary words (and titles, brands, months, surnames of the news) that some small place also bears.
ORDINARY = frozenset(
    """
    to of is are or on can from used name as one change line list more alpha may beta see do same run fully
    than
    time we ways them most early since start over page don per keys long section well many were still level
    point
    made sort root re common own never main progress log along patch base normal zero range much none limit
    split
    parent cut loop give manage turn cache switch mark reading deal store minor nor send real branch go down
    export
    port shell sent man hope tool force date bad side us best rest rule basic caller save seen conversion
    success
    helper going legacy zone bar got die tell care sense comma major come hard charge doc say home job lot
    plain me
    four ever share pool pop mailing model lead hook non race ask goes colon modern startup cast white
    driver echo
    lack goto front states ed boundary seem cat tab boot area steps law broke strong marks tells receiving
    nice van
    loss tar channel kill locking grant marker principal plan center centre hit alter combine carry sale
    enter arch
    worth pack hang bare pure post haven minus chance assumption fleet rate hub effort box welcome outer
    dual happy
    reach came holder peer bottom human vary red slashes media grants falls equality hour flushing trim net
    roles
    delta green vice warns advance ran shut pipes week cloud lazy trap met paste loose friendly poll omega
    waits
    cell sole busy sane walk grab salt sees gold tune bail sake mint reserve capital angle okay opportunity
    pay
    light forth silly asan paper sentinel friend central gateway lang ring sin demo vi bison chop lives ada
    jar
    polling gap trip gray grey forks wall pin nan singleton noisy sector scott hot mesa hurt began drain
    wake proven
    panic clever gang arches concrete woken mere clones bias hole lone story dollar experiment bridge freedom
    bullet apache acos egg gamma rich luck prec shields rapid till magenta era messy gas circle slide
    surprise leap
    concise trial research fell wise powers price ash mold bear star marshal leader landing reliance axis
    arena
    ranger torn court band stamps brand dry goodwill accord lean paint dig eye begun peel meeting nine cascade
    enterprise spoken burst stock cool hell boo baud roman mono grave shot quarter grabs cuts cube bright
    grace
    century lane hatch grain trail peak burden gemini downside bell nis tape sigma hat keen cite sterling
    independence liberal mobile guy shaping ball english triangle rust agency federation peculiar planes
    corpus bat
    march federal tone trans orange portal bells sing winner mine tailing toll mercury crossing sad lame pound
    corners young contest lit plenty stall diamond grub summer tangent south north east west city postal
    turtle
    bang assent energy porter pristine acme clint needle antique angles lucky spring springs hazard dare
    boom beer
    buy engineer police grand train glad twist hunt crystal brick lea monster rene cork possession tea lend
    smile
    bank smiley blessing bor mad seth spy tall tire nose rain passage war latitude rise transit market canon
    bone
    purchase eagle raven junction breese gale damon liberty circa punch banks sway tour cargo thorn elm rot
    soul
    landmark vista born settle retreat halfway pen belt ray pink fore lime curry ear sunset forest pike rose
    battle
    rice bites violet hall chair wave tornado lab solo hunting fate forge keith manor chase cage harvest pal
    entrance stone bark industry lent fare street sales bid ore grad cafe lakes economy cars son newborn brake
    knock bean brush magnet earth staple coyote sells wing horn nails garnish virgin bake champion picon
    pouch metro
    zoo spike bent rung banning narrows bay male western twin pinch meridian dad tent continental brilliant
    reform
    rainbow tube elixir clay berry jade hue hollow guns unity cactus badger penguin opal roundabout song lion
    harmony bloom summit apples nation news times general president king queen prince republic democrat
    united union joint first second third last next christian christmas easter january february april june
    july
    august september october november december monday tuesday wednesday thursday friday saturday sunday
    god lord lady miss sir mother father sister brother nations world state county town village district
    department ministry minister secretary senate congress parliament house cabinet committee commission
    council
    board bureau office institute university college school church hospital museum library center club
    league cup
    game games team series series show fox sky apple amazon google visa ford chevrolet buick boeing target gap
    subway starbucks ritz hilton marriott hyatt sheraton dell gates intel oracle sun mars venus saturn jupiter
    orion apollo troy homer sparta progreso progress reliance tata enron exxon mobil shell chevron
    bush trump clinton obama reagan nixon carter kennedy johnson jackson jefferson madison monroe adams
    lincoln
    hamilton franklin hoover roosevelt truman wilson taylor harrison tyler polk grant hayes garfield
    arthur mckinley taft harding coolidge eisenhower ford bolton sanders warren brown baker miller smith jones
    davis allen nelson mitchell campbell parker evans edwards collins stewart morris rogers reed cook morgan
    bell
    murphy bailey cooper richardson cox howard ward peterson gray ramirez james watson brooks kelly price
    bennett
    wood barnes ross henderson coleman jenkins perry powell long patterson hughes flores butler simmons foster
    bryant alexander russell griffin diaz myers graham sullivan wallace woods cole west owens reynolds
    fisher ellis
    gibson mcdonald cruz marshall ortiz gomez murray freeman wells webb simpson stevens tucker porter hunter
    hicks
    crawford henry boyd mason morales kennedy warren dixon ramos reyes burns gordon shaw holmes rice robertson
    hunt black daniels palmer mills nichols grant knight ferguson rose stone hawkins dunn perkins hudson
    spencer
    gardner stephens payne pierce berry matthews arnold wagner willis watkins olson carroll duncan snyder hart
    cunningham bradley lane andrews ruiz harper fox riley armstrong carpenter weaver greene lawrence elliott
    chavez
    sims peters kelley lawson hilton blair cameron thatcher major heath churchill     mandela putin sharon
    arafat barak peres rabin sadat mubarak annan tutu castro chavez morales lula
    mao deng chen wang lee kim park choi sato suzuki tanaka toyota honda nissan mitsubishi nokia siemens
    lehman morgan barclays chase fargo wells citi barrick stanley lynch moody morningstar
    action active admiral advance alarm alliance alma ambassador ancient angel anchor amber arc arm armor
    army art
    attack autumn award axe bachelor back bacon bad bag balance balloon bard barn baron barrel basin basket
    bath
    beach beacon bead beaver bed bee bend benefit bible big bill bird bishop blaze blessed block blood
    bloomberg
    blossom blue bluff board boat body bold bond bonus book border boss bottle bow bowl boy brand brave bread
    breeze bride broad bronze brook brother bubble buck bud bug bull burn bush butte button cabin
    cable cake calm camp candle cannon canyon cape caps captain car card career carbon cash castle catch cave
    cedar chain chalk charm charter cheap cherry chest chief child choice cinema civic class clean clear cliff
    climax clock close cloth clover coach coal coast coat cobra cocoa code coin cold collection colony colt
    column comet comfort commerce company concord cone consort cool copper coral corn corner cosmos cotton
    count
    country courage cove cover cow coal cradle crane creek crew crisp cross crown cruise crow crush cup cure
    cypress dairy dam dance dark dawn day dead dean dear death deep deer defense defiance delight den desert
    design desire devil dew dinner direct disco dish dock dog doll dolphin dome dove dragon dream dress drum
    duck
    due duke dune dust duty early ease echo eclipse eden edge edition effect eight election electric element
    elephant elite ember emerald emperor empire end engine ensign equal escape estate eternal evening
    evergreen
    exchange exile express extra fair fairy faith falcon fame family fancy farm fashion father favor feather
    fest
    field fighter film final fine finger fire fish five flag flame flash flat flint flood floor flora flower
    fly
    focus fog folk food fool foot forward foundation fountain frame free fresh frontier frost fruit full fun
    future galaxy gallery garden garnet gate gem genesis ghost giant gift girl glass globe glory glow goal
    goat
    golden good grass great ground group grove growth guard guardian guide gulch gun hand harbor harp
    hawk head health heart heat heaven heavy hedge height heights help hen heritage hero hi high hill history
    holiday holy honey honor hood horizon horse host hotel hound hunter hurricane ice icon ideal idol
    image imperial impact inner inn insight interior iron island issue ivory ivy jacket jasper jet jewel
    joy jubilee judge jump jungle justice key kick kid kingdom kiss kite knife ladder lake lamb lamp land lark
    laser latin laurel lava leader leaf legend lemon leopard letter liberty library life lilly lily lime link
    lodge logic look loop lotus love loyal luxury lynx magic magnolia maid mail mainland major man manna maple
    marble marine mark marine master match matrix matter maze meadow mean medal media memory men mercy merit
    merry message metal method middle might mile military milk mill mind minister minor mint miracle mirror
    mist
    model modern moment monarch money monitor moon moral morning moss mother motor mountain mouse mouth movie
    music mustang myth native natural nature navy neck nest network new night nine noble noon norm north note
    novel number nurse oak oasis oath ocean oil old olive open opera opposition option orbit order organ
    origin
    orient outlook owl pace pack painter palace palm panther paradise pardon park part party path
    patience patriot peace peach pearl peanut pearl people pepper perfect photo piano pilot pine
    pioneer pipe pirate pit pizza place plain planet plant plaza pleasant pleasure poet polar pole pond pony
    pool
    poor pope poplar poppy pot power prairie praise premium press pride priest prime prior prism prison prize
    product profile project promise prospect prosper protest proud province public pulse punch purple push
    pyramid quality quarry quest quick quiet rabbit race radio rail ram ranch rapid ratio ready reason rebel
    record reef regal region relief report rescue resort revolution rhythm ribbon ridge right river road robin
    rock rocket roll roof room rope round rover royal ruby ruin rush sabre safe saga sage sail saint sand
    sandstone sapphire satellite school science scout sea seal season secret seed senior sequoia service seven
    shadow shark sharp sheep shepherd shield ship shop shore short shoulder shrine sierra sign signal silver
    simple six skin skull slam slate sleep slick slope small smart smoke snake snow social soil soldier song
    sound
    source space spark spear special spectrum speed spirit spot spray spur square stable staff stage stand
    standard station statue steel stem step stick stop storm story strand stream strike strip studio style
    sugar
    super support surf sweet swift sword symbol system table tail talent talk tango task taste tax taylor
    teacher
    temple ten tenor term test texture theater theatre theme thistle thought three throne thunder ticket tide
    tiger timber today tomb tomorrow ton top torch total touch tough tower track trade tradition treasure
    treaty
    tree trend tribe tribune trinity triple triumph trophy trouble truck true trust truth tulip tunnel twelve
    twenty two uncle unique unit universal university upper urban utopia valley value vanguard variety velvet
    venture verdict veteran victor victory view villa village vine virtue vision vital voice volunteer vote
    voyage wade wagon walker waltz wander warm warrior watch water weather weed welcome wheel whistle wild
    will
    willow wind window wine winter wire wisdom wit wolf woman wonder wood word work yard year yellow yes
    zenith
    facebook twitter android windows yahoo skype uber tesla nike adidas puma gucci prada chanel
    islam allah koran quran muslim christian hindu sikh buddhist jew jewish catholic protestant
    brexit covid ebola zika mers sars rabies influenza
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
    "from to between leaving reached visiting visited toured entered left reach against over".split()
)
# "of", "the", "and", "with" say nothing; these speak a little for a place that acts.
AREA_NOUNS = frozenset(
    """
    region regions province provinces district districts county counties oblast governorate prefecture state
    municipality department territory territories canton voivodeship parish republic enclave peninsula valley
    area areas suburb suburbs borough boroughs neighbourhood neighborhood neighbourhoods neighborhoods city
    town village villages settlement airport harbour harbor port river mountains islands island coast border
    metro basin desert strait straits commune township emirate raion rayon province's hills plains residents
    resident
    """.split()
)
# "the village of X", "the port city of X", "X, a town"
PLACE_NOUNS = frozenset(
    """
    city town village hamlet suburb suburbs district province region county state port island islands capital
    municipality settlement neighborhood neighbourhood borough township parish commune oblast governorate
    prefecture
    republic kingdom emirate territory enclave department canton resort peninsula valley community streets
    outskirts people coast banks shores skies division sub-county subcounty barangay camp archipelago
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
NATIONALITY_FOLLOWERS = frozenset("descent origin nationality-born citizens".split())
SPEECH = frozenset(
    """
    said says say told tells added adds asked asks wrote writes tweeted insisted argued recalled replied noted
    warned explained thinks thought believes believed recalls joked smiled laughed nodded shrugged testified
    married retired scored born died
    """.split()
)
# A company is named by what follows: never the place itself.
COMPANY_WORDS = frozenset("Inc Inc. Corp Corp. Ltd Ltd. Plc PLC LLC L.P. LP AG SA NV GmbH Co. & Bros".split())
