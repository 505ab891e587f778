"""Common first names of many cultures, by the gender that they usually have.

Written for this package. A name that is more often something else in the news (Paris, Sydney, Chase, Will at the
start of a sentence) stands in `AMBIGUOUS` too: it needs other evidence besides itself.
"""

from __future__ import annotations

MALE = frozenset(
    """
    Aaron Abbas Abdallah Abdel Abdelaziz Abdelfattah Abderrahmane Abdessalam Abdirahman Abdo Abdoul
    Abdoulaye Abdul Abdulaziz Abdulhakim Abdulhamid Abdulkadir Abdullah Abdullahi Abdulmalik Abdulmumin
    Abdulrahim Abdulrahman Abdulsalam Abdurrahman Abe Abebe Abel Abhijit Abhinav Abhishek Abhisit Abiodun
    Abiy Abolfazl Abolhassan Abraham Abu Abubakar Aceng Achille Achyut Adam Adams Adel Ademir Ademola
    Adewale Adeyemi Adhemar Aditya Adnan Adolf Adolfo Adrian Adrien Aecio Afolabi Afonso Afshin Agapito
    Agathon Agus Agustin Agyei Ahmad Ahmadou Ahmed Ahmet Ahsan Aidan Airlangga Ajay Ajit Akash Akhil
    Akhilesh Akhmed Akihiko Akihito Akin Akinwumi Akio Akira Akram Akwasi Al Alaa Alain Alan Alasdair
    Alassane Alastair Albert Alberto Albin Aldo Alec Alejandro Alejo Aleksandar Aleksander Aleksandr
    Aleksei Aleksey Alessandro Alex Alexander Alexandre Alexandros Alexei Alexey Alexis Alf Alfie Alfonso
    Alfred Alfredo Alhassan Ali Alibek Alieu Aliou Alireza Alistair Aliyu Allan Allen Almamy Almazbek
    Alois Aloizio Alok Alonso Alper Alphonse Alun Alvaro Alvin Amadou Aman Amar Amarinder Ambika Ambrose
    Ambrosio Amin Aminul Amir Amirhossein Amit Amitabh Ammar Amos Amr Amrullah Anand Anant Ananth Anas
    Anatolii Anatoliy Anatoly Anders Andre Andrea Andreas Andrei Andrej Andres Andrew Andrey Andrii
    Andriy Andrzej Andy Aneurin Angelo Angus Anibal Aniket Anil Anirudh Anis Anisul Ankit Ankur Anoop
    Anselm Anthony Antoine Anton Antonin Antonio Antony Anup Anupam Anurag Anutin Anwar Aodhan Aparecido
    Apolinar Arash Arcadio Archie Arda Ardeshir Ari Arief Ariel Arif Aristotle Arjun Arkady Armand
    Armando Armin Arnab Arnaud Arne Arno Arnold Arnulfo Arsene Arsenii Arseniy Art Artem Artemio Arthur
    Artur Arturo Arun Arunabha Arvind Asad Asghar Ashish Ashok Ashraf Ashutosh Ashwin Ashwini Asif Aslan
    Assad Ataollah Atef Atif Atilio Atsushi Atul Aubrey August Auguste Augusto Augustus Aurelio Austin
    Avi Avigdor Avinash Awad Axel Ayad Ayman Ayodeji Ayoub Ayrton Ayush Azali Azhar Azim Aziz Azmin Azzam
    Babacar Babajide Babak Babatunde Badal Bahaa Bahram Bakari Bakary Bakhyt Bakili Bakr Balaji Baldev
    Balram Baltasar Baltazar Balwant Bambang Barack Barasa Barnaby Barney Barry Bart Bartholomew
    Bartolome Bartosz Basem Bashar Basheer Bashir Basil Bassam Bassem Bassirou Bastian Basuki Baxter Beau
    Behnam Behrouz Behzad Bekir Ben Benard Benedict Beniamino Benicio Benigno Benito Benjamin Benji
    Bennett Benny Benoit Bernabe Bernard Bernardo Bernd Bernhard Bernie Bert Bertie Bertrand Besnik
    Bhaskar Bheki Bhim Bhupesh Bhupinder Bidzina Bijan Bilal Bilawal Bill Billy Bingu Bipin Biplab
    Birendra Bishnu Bjorn Blaise Blake Bo Bob Bobby Boediono Bogdan Bohdan Bojan Bolaji Bolat Boniface
    Boris Borys Boubacar Boubou Boutros Boyd Boyko Brad Braden Bradford Bradley Bram Branislav Branko
    Braulio Brayden Brendan Brent Brett Brian Bruce Bruno Bryan Bryce Bryn Budi Bujar Bulent Burak Burhan
    Burhanuddin Burt Byron Caetano Caleb Callum Calum Calvin Cameron Camilo Candido Caradoc Carl
    Carlinhos Carlo Carlos Carlton Carsten Carter Caspar Casper Cathal Cayden Cayetano Cecil Cedric Celso
    Cem Cemal Cemil Cengiz Cesar Chad Chaim Chakib Chandan Chandra Chandrababu Chandrashekhar Charles
    Charley Charlie Chaudhry Chavalit Cheikh Chester Chet Chetan Chidi Chijioke Chike Chinedu Chinua Chip
    Chirag Chris Christian Christoph Christophe Christopher Christos Chuan Chuck Chukwu Chukwuemeka
    Chukwuma Cian Ciaran Cillian Claes Clarence Clark Claude Claudio Claus Clay Clayton Clement Clemente
    Cliff Clifford Clint Clinton Clive Clyde Cody Colin Colm Colum Conall Connor Conor Conrad Constantin
    Constantine Corey Cormac Cornelius Cory Craig Cristian Cristiano Cristobal Curt Curtis Cyril Cyrus
    Dafydd Dai Daiki Daisuke Daithi Dale Damian Damien Damon Dan Dana Daniel Daniele Daniil Danilo
    Daniyar Danny Dante Danylo Daoud Daragh Dario Darius Dariush Darnell Darrell Darren Darryl Dashiell
    Dave David Davide Davit Davoud Davyd Dawood DeAndre Dean Debashish Debretsion Declan Deepak Deion
    Dejan Dele Delfin Demeke Demetrio Demetrius Demyan Deng Denis Dennis Denys Denzel Derek Dermot
    Derrick Deshawn Desmond Dev Devender Devendra Devin Devlet Dexter Dhananjay Dharmendra Dhia Dhruv
    Diarmuid Dick Didier Diego Dieter Dietmar Dietrich Dieudonne Digvijay Dilip Dilson Dimitar Dimitri
    Dimitris Dinesh Dino Diosdado Dirk Djibril Djoko Dmitri Dmitriy Dmitry Dmytro Dmytryi Domenico
    Dominic Dominique Don Donal Donald Donnacha Donnie Donny Dorian Doug Dougal Dougie Douglas Dragan
    Drake Drew Duane Dudley Dumitru Duncan Dusan Dushyant Dustin Dwayne Dwight Dylan Eamon Eamonn Earl
    Ebrahim Ed Eddie Eddy Edem Edgar Edgardo Edi Edinho Edmond Edmund Edmundo Edoardo Eduard Eduardo
    Edvard Edward Edwin Efrain Egon Ehsan Ehud Eiji Eirik Eisuke Eitan Ekow Ekrem Elbridge Elchin Eleazar
    Elfyn Eli Elias Elie Eligio Elijah Eliseo Eliud Elliot Elliott Ellis Elmer Elnur Elon Elpidio Elvis
    Emad Emeka Emil Emile Emiliano Emilio Emlyn Emmanuel Emmerson Emmett Emomali Emrah Emre Emrys
    Enayatullah Enda Enoch Enric Enrico Enrique Enver Enzo Eoghan Eoin Epifanio Erasmo Ercan Erdal Erdem
    Erdogan Eric Erich Erik Erlan Ermenegildo Ernest Ernesto Ernie Ernst Erol Errol Ertugrul Ervin Erwin
    Esam Esfandiar Esmail Essam Esteban Ethan Etienne Euan Eugen Eugene Eugenio Evan Evariste Evaristo
    Everett Evgeni Evgeniy Evgeny Evo Ewan Ewen Ezekiel Ezequiel Ezra Fabian Fabien Fabio Fabrice
    Fabricio Fabrizio Facundo Fadel Fadhil Fadi Fadli Fahad Fahmi Faisal Faiz Faleh Farag Faraj Farhad
    Farhan Fariborz Farid Faris Farmajo Farooq Farouk Farzad Fathi Fatih Fatmir Faure Faustin Faustino
    Fawaz Fawzi Fayez Faysal Fazal Fazlur Fearghal Federico Fedir Fedor Felipe Felix Femi Feodor
    Ferdinand Fereydoun Fergal Fergus Ferhat Ferit Fermin Fernandinho Fernando Festus Fethullah Fiachra
    Fidel Fikri Filiberto Filip Filipe Filipp Filippo Finbar Finbarr Finlay Finn Fintan Fiodor Firas
    Flavio Florencio Floyd Fode Folarin Fouad Francesco Francis Francisco Franco Francois Frank Frankie
    Franklin Frans Franz Fraser Fred Freddie Freddy Frederic Frederick Frederik Fredrik Friedrich Fritz
    Froilan Fuad Fulgencio Fumihiko Fumio Fyodor Gabor Gabriel Gabriele Gage Gagik Galal Gamal Ganesh
    Ganjar Gareth Garrett Garry Garth Gary Gaspard Gaston Gathoni Gatot Gaurav Gautam Gavin Gavriel
    Gbenga Gedu Genaro Gene Genichiro Gennadiy Gennady Geoff Geoffrey Georg George Georges Georgi
    Georgios Georgy Geraint Gerald Gerard Gerardo Gerd Gerhard Gerhart Germain Gernot Gerry Gert Getachew
    Gethin Ghanim Ghassan Ghazi Gheorghe Gholam Gholamhossein Gholamreza Ghulam Gianfranco Gianni Gideon
    Gil Gilbert Gilberto Gilles Gilmar Gilson Gino Giorgi Giorgio Giorgos Giovanni Girija Girish Girma
    Giulio Giuseppe Gleb Glen Glenn Glyn Godfrey Godswill Godwin Gokhan Gonzalo Goodluck Gopal
    Gopalkrishna Goran Gordon Gotabaya Govind Grady Graeme Graham Grant Greg Gregg Gregor Gregorio
    Gregory Grigory Gruffydd Guido Guillaume Guillermo Gulbuddin Gulzar Gunnar Gunter Gurbanguly Gurmeet
    Gurpreet Gus Gustav Gustavo Guus Guy Gwede Gwilym Gwyn Gyanendra Gyorgy Habib Habibollah Habibullah
    Hadi Hafez Hafiz Haider Haile Hailemariam Hailu Haitham Hajime Hakainde Hakan Hakeem Hakim Hal Haluk
    Hamad Hamadoun Hamdan Hamdi Hamed Hameed Hamid Hamidreza Hamish Hamisi Hamza Hank Hannes Hans
    Hans-Dietrich Hany Harald Hardeep Hardik Hareth Hari Hariharan Harinder Haris Harish Harivansh Harlan
    Harold Harrison Harry Harsh Harsha Harshad Harshvardhan Haruhiko Haruki Haruo Harvey Hasan Hashem
    Hashim Hasina Hassan Hassane Hasto Hatem Haydar Hayden Haytham Hazem Heath Heberto Hector Heiko
    Heiner Heinrich Heinz Heizo Hekmatullah Heleno Helmut Hemant Hendrik Henk Hennadii Hennadiy Henning
    Henri Henrik Henrique Henry Herb Herbert Heriberto Herman Hermann Hermenegildo Hernan Heru Herve
    Hesham Heydar Hibatullah Hicham Hideaki Hidehiko Hideki Hideo Hidetoshi Hideyuki Hifikepunye Hikmat
    Hikmet Hilal Hilario Hilary Himanshu Himanta Hipolito Hirofumi Hirokazu Hiroki Hiroshi Hiroyuki
    Hisashi Hisham Hishammuddin Hitoshi Ho Hoang Homayoun Homer Hooman Horace Horacio Horst Hosni Hossam
    Hossein Houssam Howard Hryhoriy Hu Hubert Hugh Hugo Hulusi Humberto Humphrey Huseyin Hussain Hussam
    Hussein Huw Hywel Iain Ian Ibou Ibrahim Ibrahima Ichiro Idris Idriss Idrissa Ieuan Ifan Ifeanyi Ifor
    Ignacio Ignatius Igor Ihab Ihor Ike Ikechukwu Ildefonso Ilham Ilhan Ilker Illia Illya Ilya Imad Imam
    Imran Imre Indrajit Ingmar Inigo Innokenty Ioannis Iolo Ionel Iorwerth Iosif Ira Irakli Irfan Irrfan
    Irving Irwin Isaac Isaiah Isaias Isam Isamu Isao Ishaq Isidoro Isidro Islam Ismael Ismail Ismaila
    Ismatullah Ismet Israel Issa Istvan Itsuro Iurie Ivan Ivaylo Ivica Ivo Ivor Iwan Iyad Izzat Jaafar
    Jaap Jabbar Jaber Jabir Jabr Jace Jacek Jack Jackson Jacob Jacobo Jacques Jaden Jae Jafar Jagat
    Jagdish Jagmohan Jahangir Jaiden Jaime Jair Jairam Jairo Jakaya Jake Jakob Jakub Jalal Jalen Jalil
    Jamaal Jamal Jamar James Jamie Jamil Jan Janez Janis Jannik Janos Jarbas Jared Jaroslav Jaroslaw
    Jarrett Jason Jasper Jaswant Jatin Javad Javed Javier Javon Jawad Jaxon Jay Jayant Jayaram Jayden
    Jean Jean-Claude Jean-Luc Jean-Marie Jean-Paul Jean-Pierre Jean-Yves Jed Jeff Jefferson Jeffery
    Jeffrey Jens Jens-Uwe Jenson Jeremiah Jeremy Jermaine Jerome Jeronimo Jerry Jerzy Jess Jesse Jesus
    Jett Jhala Jiang Jignesh Jim Jimmy Jin Jinping Jiri Jiro Jitendra Jitin Joachim Joao Joaquim Joaquin
    Jock Joe Joel Joerg Joesley Joey Johan Johann Johannes John Johnnie Johnny Joji Joko Jomo Jon Jonah
    Jonas Jonatan Jonathan Jong Jordan Jordi Jorg Jorge Jorginho Jose Josef Josep Joseph Josh Joshua
    Josiah Josip Josue Jovan Juan Juan-Carlos Juanito Jude Juha Juichi Jules Julian Julien Julio Julius
    Jumaa Jun Junichiro Junji Junya Jurgen Jussi Justin Jusuf Juvenal Jyotiraditya Jyrki Kader Kadhim
    Kadir Kai Kailash Kairat Kaito Kalifa Kalonzo Kamal Kambiz Kamil Kamran Kamrul Kanji Kaoru Kapil
    Karam Karan Kareem Karel Karim Kariuki Karl Karl-Heinz Karl-Otto Karsten Karthik Kashyap Kaspar
    Kassem Kassym Katsuhiko Katsuya Kaveh Kayode Kazem Kazimierz Kazuhiko Kazuhiro Kazuki Kazuo Kazuya
    Keaton Keiichi Keiji Keir Keisuke Keith Keizo Kelvin Kemal Ken Kenan Kendrick Kenichi Kenji Kenneth
    Kenny Kensuke Kent Kentaro Kenzo Keon Keqiang Kerem Kerry Ketan Ketut Kevin Keyvan Kgalema Khalaf
    Khaldoun Khaldun Khaled Khalid Khalil Khandaker Khawaja Khidir Khin Khosrow Khurshid Kibaki Kieran
    Kiichi Kiichiro Kim Kimani Kimi Kimihiro Kipchumba Kipkoech Kiprono Kiptoo Kiren Kiril Kirill Kirit
    Kirk Kishore Kit Kiyoshi Kizza Kjell Klaas Klaus Klim Koffi Kofi Kohei Koichi Koichiro Koji Kolinda
    Konrad Konstantin Konstantinos Koray Kostas Kostyantyn Kozo Krasimir Kris Krishan Krishna Krishnan
    Kristian Kristof Krzysztof Kuba Kuldeep Kumar Kunal Kunihiko Kurt Kwabena Kwadwo Kwaku Kwame Kwasi
    Kwesi Kyle Kyler Kyriakos Kyrylo Lachlan Lakhdar Lalit Lalu Lamar Lamido Lance Lansana Larry Lars
    Laszlo Laurence Laurent Laurent-Desire Laurie Lavr Lawrence Laxman Lazar Lazaro Lazarus LeBron
    Leandro Learnmore Lebogang Lee Leif Leigh Lekan Lemma Len Lenny Leo Leobardo Leon Leonard Leonardo
    Leonel Leonid Leopold Leopoldo Leroy Les Leslie Lester Letsie Lev Levan Levi Lewis Li Liam Liaquat
    Linus Lionel Lisandro Liubomyr Lizardo Ljubisa Lloyd Llyr Logan Loic Lorcan Lorenz Lorenzo Lotfi Lou
    Louay Louie Louis Luay Lubomyr Luc Luca Lucas Lucian Luciano Lucien Lucio Ludovic Ludwig Luhut Luigi
    Luis Luiz Lukas Lukasz Luke Luther Lyle Lyndon Lynton Lyudmil Maarten Maciej Macky Maddox Madhav
    Madhu Magnus Magufuli Mahamadou Mahamat Mahathir Mahbub Mahdi Mahendra Maher Mahesh Mahfuz Mahinda
    Mahir Mahmood Mahmoud Mahmud Maina Maithripala Majed Majid Makar Makoto Maksim Maksym Malachy Malcolm
    Malek Malik Mallikarjun Mamadou Mamady Mamoru Manabu Manfred Mangosuthu Manish Manmohan Manny Manohar
    Manoj Manolo Manouchehr Mansour Manu Manuel Marat Marc Marcel Marcelino Marcello Marcelo Marcial
    Marcin Marcio Marco Marconi Marcos Marcus Marek Mariano Marijn Mario Marius Mark Marko Markus Marlon
    Marquis Marshall Martin Marty Martyn Marvin Marwan Marzouk Masaaki Masahiko Masahiro Masakazu
    Masanori Masaru Masashi Masato Masatoshi Masayoshi Masayuki Masoud Massimo Massoud Masud Mateo
    Mateusz Mathew Mathias Mathieu Matias Mats Matt Matteo Matthew Matthias Matthieu Mattis Matviy Maung
    Maurice Mauricio Maurits Maurizio Mauro Maverick Max Maxim Maxime Maximilian Maximiliano Maximo
    Maxwell Mazen Mazin Mcebisi Medhat Mehdi Mehmet Mehmood Mehrdad Meirion Mel Meles Melih Melquiades
    Melvin Menachem Mengistu Mervyn Mesut Mevlut Micah Michael Michal Micheal Michel Michele Michio Mick
    Mickey Miguel Mihai Mihail Mika Mikael Mike Mikhail Mikheil Mikio Mikko Mikolaj Milad Milan Miles
    Milind Miljan Milo Milos Milton Minoru Miodrag Mircea Mirko Miroslav Mirza Mitch Mitchell Mithat
    Mithun Mitsuo Mitsuru Mitt Mladen Mmusi Moataz Moaz Mobutu Modou Mohamad Mohamed Mohammad Mohammed
    Mohamud Mohan Mohit Mohsen Moise Moises Mojahed Mojtaba Mokgweetsi Moktar Momcilo Moncef Monty Moon
    Morgan Morihiro Moritz Morris Mort Morteza Mortimer Moses Moshe Mosiuoa Mostafa Motoo Mouaz Mouloud
    Mounir Mourad Moussa Moustapha Mswati Muammar Muath Muhadjir Muhammad Muhammadu Muhanad Muhsin
    Muhyiddin Mujibur Mukesh Mukhtar Mukul Mulatu Mulayam Muneo Munir Muntadhar Muqtada Murad Murali
    Murat Murli Murray Murtada Musa Musab Musalia Musallam Mushahid Mustafa Mustapha Muthanna Muzaffar
    Mwai Mwangi Myint Mykhailo Mykhaylo Mykola Mykyta Myles Myron Nabam Nabih Nabil Nadeem Nader Nadim
    Nadir Naftali Nagesh Nagisa Naguib Nahuel Naji Najib Najibullah Najm Namal Nana Nand Naoki Naoto
    Naoya Narayan Narciso Narendra Naresh Naser Nasir Nasr Nasser Nat Nate Nathan Nathaniel Naum Naveen
    Navin Navjot Nawaf Nawaz Nayef Nazar Nazarii Nazih Neal Nebojsa Necmettin Ned Neeraj Negasso Neil
    Neirin Nelson Nemanja Nenad Nestor Neville Neymar Ngconde Nguyen Nhlanhla Niall Nicanor Nicholas Nick
    Nicky Niclas Nico Nicola Nicolae Nicolas Nicos Nidal Nigel Nihat Nikhil Nikita Nikki Niklas Nikol
    Nikola Nikolai Nikolaos Nikolaus Nikolay Nikos Nilesh Nils Nima Niraj Niranjan Nirav Nitin Nitish
    Nizar Njoroge Nkosazana Nnamdi Noah Noam Noboru Nobuhiko Nobuo Nobusuke Nobuyuki Noel Nolan Noorullah
    Norbert Norberto Norihiko Norio Norm Norman Norris Nouri Nuhu Numan Nuno Nurlan Nursultan Nyoman
    Obafemi Obaida Obaidul Obinna Ochieng Octavian Octavio Odair Odhiambo Odhran Odilon Odinga Oisin
    Okechukwu Okoth Olaf Olav Olawale Ole Oleg Olegario Oleh Oleksandr Oleksii Oleksij Oleksiy Oliver
    Olivier Ollie Olu Olumide Olusegun Oluwaseun Omar Omer Omid Omondi Omoyele Omprakash Onur Onyango
    Orest Orestes Orhan Orlando Orrin Orson Orville Osagie Osama Osamu Oscar Oskar Osman Ostap Osvaldo
    Oswald Oswaldo Othman Otieno Otis Otmar Otto Ousmane Ovidiu Owain Owen Ozgur Pablo Paddy Padraic
    Padraig Pagan Pakalitha Pal Panfilo Pankaj Paolo Pape Paresh Park Parkash Parviz Pascal Pascual Pat
    Patrice Patricio Patrick Patrik Paudie Paul Paulo Pavel Pavlo Pawan Pawel Payam Peadar Pedro Pejman
    Pele Pepe Per Percival Percy Perry Pervaiz Pervez Pete Peter Petr Petra Petre Petro Petros Peyman
    Pham Phelim Phil Philip Philippe Phillip Pierre Piers Pieter Pietro Piotr Piyush Placido Plamen
    Platon Porfirio Prabhakar Prabowo Prachanda Pradeep Pradip Prafulla Prahlad Prakash Pramod Pranab
    Pranav Prasad Prasanna Prashant Prashanta Pratap Prateek Praveen Pravin Prawit Prayut Prayuth Predrag
    Preston Priit Prithvi Prithviraj Puneet Purnomo Pyotr Qais Qamar Qasem Qasim Qassem Qazi Quentin
    Quincy Quinn Qusay Rachid Radek Radhakrishnan Radoslav Radoslaw Radovan Radu Raed Rafael Rafal Rafat
    Rafe Rafi Rafic Rafik Rafiq Rafiqul Rafizi Raghav Raghuram Raheem Rahm Rahman Rahmatullah Rahul Raila
    Raj Rajab Rajan Rajat Rajeev Rajendra Rajesh Rajinder Rajiv Rajkumar Rajnath Raju Rakesh Ralf Ralph
    Ram Ramazan Ramchandra Ramdas Ramesh Ramez Rami Ramin Ramiro Ramnath Ramon Ramush Ramzan Ramzi Ranald
    Rand Randall Randeep Randolph Randy Ranil Ranjan Ranjit Raouf Rashad Rashed Rasheed Rashid Ratan
    Ratko Raul Ravi Ravinder Ravindra Ray Raymond Raza Razvan Recep Reece Reed Refik Reggie Reginald
    Rehman Reinaldo Reince Reinhard Reinhold Remi Renato Rene Renzo Reuben Reuven Rex Reynaldo Reza Rhett
    Rhodri Rhun Rhydian Rhys Riad Ricardo Riccardo Rich Richard Rick Ricky Rico Rida Riek Rifat Rigathi
    Rigoberto Rinat Rishabh Rishi Ritesh Riyad Riza Rizieq Rizwan Rob Robbie Robert Roberto Robin Rocco
    Rochas Rod Roderick Rodion Rodney Rodolfo Rodrigo Roel Rogelio Roger Rohan Rohit Roland Rolando Rolf
    Roman Romano Romario Romeo Rommel Romulo Ron Ronald Ronaldinho Ronaldo Ronan Ronnie Rory Ross Rostam
    Rostislav Rostyslav Rotimi Rouhollah Rowan Roy Ruairi Ruaridh Ruben Rubens Rudi Rudolf Rudolph Rudy
    Rufus Ruhollah Rui Rumen Rupert Ruperto Ruslan Russ Russell Rustam Rusty Ryan Ryder Ryker Ryo Ryohei
    Ryoichi Ryota Ryotaro Ryszard Ryu Ryuichi Ryutaro Saad Saadi Saber Sabri Sabry Saburo Sachin Sadakazu
    Sadegh Sadeq Sadik Sadio Sadiq Sadoun Sadyr Saeb Saed Saeed Safwan Said Saif Sajid Sajith Salah
    Saleem Saleh Salih Salim Salman Salomon Salvador Salvatore Sam Sambit Sameh Sami Samir Samiullah
    Sammy Samuel Sandeep Sander Sandiaga Sandip Sandro Sandy Sanjay Sanjeev Sanjiv Santiago Santosh
    Sarath Sarbananda Sartaj Sasha Satish Satoru Satoshi Sattar Saturnino Satya Satyendar Satyendra Saul
    Saurabh Savva Sawyer Sayed Sayyed Scott Seamus Sean Sebastian Sebastiao Sebastien Sedat Segun Seif
    Seiichi Seiji Seishiro Sekou Selahattin Selim Semyon Senzo Serdar Seretse Serge Sergei Sergey Sergio
    Sergiy Serhii Serhiy Serkan Seth Setya Seun Severo Seydou Seyed Seymour Shafiq Shafiqul Shafqat
    Shahid Shahram Shakir Shamil Shane Shankar Shannon Shapour Sharad Sharif Shashi Shatrughan Shaukat
    Shaun Shavkat Shawn Shawqi Shayne Sheharyar Shehbaz Shekhar Sheldon Sherif Sherman Sherrod Shigeo
    Shigeru Shigeyuki Shimon Shingo Shinji Shintaro Shinya Shinzo Shiro Shiv Shivraj Shizuo Shlomo Shogo
    Shohei Shoichi Shota Shreyas Shubman Shukri Shunichi Shunsuke Siad Siamak Siavash Sibusiso Sid
    Siddharth Siddhartha Sidney Siegfried Sigmar Silas Silvan Silverio Silvestre Silvio Simeon Simon
    Sinan Sinisa Sipho Siraj Sirajuddin Sirajul Sirimavo Sirous Sitaram Sixto Siyabonga Sizwe Skyler
    Slamet Slavisa Slavoj Slobodan Sofiane Sofyan Sohail Soheil Sol Solomon Somchai Somnath Sonu
    Sooronbay Soren Sorin Soufiane Soumaila Spartak Spencer Srdjan Srettha Stan Stanislav Stanley Stavros
    Stefan Stefano Steffen Stellan Sten Stepan Stephan Stephane Stephen Sterling Steve Steven Stewart
    Stig Stipe Stoyan Struan Stu Stuart Suat Subhash Subramanian Subramanyam Sudarshan Sudhir Sudip
    Suhail Sukarno Sukhbir Sukhdev Sukhvinder Sukumar Sulaiman Suleiman Suleyman Sultan Sumit Sundar
    Sunder Sunil Suraj Surendra Suresh Surinder Surya Sushant Sushil Susilo Susumu Suthep Sutopo Sven
    Sviatoslav Svyatoslav Swapan Syed Sylvain Sylvester Tadao Tadashi Tadesse Tadeusz Tadhg Taha Tahar
    Taher Tahir Takaaki Takahiro Takao Takashi Takayuki Takehiko Takehiro Takeo Takeshi Takumi Takuya
    Talal Taleb Talib Taliesin Tam Tamer Tamim Tammam Tancredo Tanveer Tapiwa Taras Tarcisio Tarek Tareq
    Tariq Taro Tarun Tathagata Tatsuo Tatsuya Tavon Tawfik Tawfiq Taye Tayeb Tayfun Tayyip Tecwyn Ted
    Teddy Teguh Tejashwi Temur Tendai Teo Teodoro Teofilo Terence Terrance Terrell Terrence Terry Tesfaye
    Tetsuo Tetsuro Tetsuya Tewolde Thabo Thad Thaddeus Thaer Thaksin Thanasis Thanathorn Thein Themba
    Theo Theodor Theodore Thiago Thibault Thich Thierry Thom Thomas Thor Thorsten Thulani Tiago Tibor
    Tiburcio Tidjane Tiernan Tigran Tijani Tikhon Tilahun Tim Timo Timofey Timothy Timur Tito Titus
    Tobias Toby Tod Todd Todor Tofail Tom Tomas Tomasz Tomislav Tommaso Tommy Tomohiko Tomohiro Tomoki
    Tomoya Tony Toomas Torsten Toru Toshiaki Toshihiko Toshihiro Toshimitsu Toshio Toshiro Toshiyuki
    Toyoo Travis Trefor Tremaine Trent Trevon Trevor Trey Tristan Trivendra Trofim Troy Truong Trystan
    Tshepo Tsuneo Tsutomu Tsuyoshi Tucker Tudor Tuncay Tunde Tundu Turgut Turlough Tushar Ty Tyler
    Tymofiy Tyrell Tyrese Tyrone Ubaldo Uchenna Uday Uddhav Udit Udo Ufuk Ugo Ugur Uhuru Ujjwal Ulf
    Ulises Ulrich Umar Umaru Umberto Umesh Umit Upendra Urban Urbano Uri Usama Usman Uthman Utpal Uwe
    Vaclav Vadim Vadym Vahagn Vahid Vaibhav Vakhtang Valdir Valdis Valentin Valentyn Valerii Valerio
    Valeriu Valeriy Valery Van Vance Varun Vasant Vasil Vasile Vasiliy Vasily Vasundhra Vasyl Vaughan
    Vaughn Vedat Veli Veljko Venkaiah Venkat Venkatesh Vern Vernon Viacheslav Vibhav Vicente Victor
    Victorien Victorino Vidal Vidyut Vijay Vikas Vikram Vikrant Viktor Vimal Vinay Vince Vincent Vincenzo
    Vineet Vinicius Vinod Vipin Vipul Virat Virender Virendra Virgil Virgilio Vishal Vishnu Vishwanath
    Vitali Vitalii Vitaliy Vitaly Vito Vivek Vlad Vladan Vladimir Vladimiro Vladislav Vladyslav Vojislav
    Volkan Volker Volodymyr Vsevolod Vugar Vyacheslav Wade Wael Wafula Wahid Waldemar Waldir Wale Waleed
    Walid Wallace Wally Walt Walter Waqar Warren Waseem Wasim Wataru Wayan Wayne Wei Wekesa Wen Wenceslao
    Wendell Werner Wes Wesley Wilbur Wilfred Wilfredo Wilfrido Wilfried Wilhelm Willem William Willie
    Willis Willy Wilson Wim Winston Wiranto Wissam Wladimir Wojciech Wole Wolf Wolfgang Woody Workneh
    Wullie Wyatt Wyn Xander Xavier Xi Yacine Yacoub Yadollah Yahia Yahya Yair Yakiv Yakov Yakubu Yalcin
    Yamil Yan Yanis Yannis Yaqoub Yaroslav Yasar Yaser Yash Yashwant Yasir Yasser Yassin Yassine Yasuhiro
    Yasuhisa Yasuo Yasushi Yatin Yavuz Yaw Yayi Yegor Yehuda Yemane Yemi Yerlan Yevgeny Yevhen Yevheniy
    Yigit Yilma Yilmaz Yitzhak Yoav Yogendra Yogesh Yogi Yohei Yoichi Yoji Yosef Yoshiaki Yoshihide
    Yoshihiko Yoshihiro Yoshimasa Yoshinobu Yoshinori Yoshio Yoshiro Yoshitaka Yoshito Yoshiyuki Yossi
    Yosuke Youcef Younes Younis Yousaf Yousef Youssef Yousuf Yoweri Yudhoyono Yuichi Yuichiro Yuji Yukhym
    Yukio Yunus Yuri Yurii Yuriy Yury Yusril Yusuf Yusuke Yutaka Yuvraj Yuzo Yves Yvon Zabihullah
    Zabiullah Zac Zach Zachariah Zachary Zack Zafar Zafer Zahed Zaheer Zaher Zahi Zahid Zahir Zaid Zakhar
    Zaki Zakir Zalmay Zander Zane Zaw Zayd Zayed Zbigniew Zdenek Zdravko Zeca Zeev Zeke Zeki Zeljko Zenko
    Zenon Zenoviy Zeray Zhao Zhelyu Zhou Ziad Ziaur Zine Ziya Zlatko Zoltan Zoran Zubair Zubin Zuhair
    Zulfikar Zulkifli Zurab Zvonimir Zweli Zwelinzima
    """.split()
)

FEMALE = frozenset(
    """
    Aaliyah Aarti Aase Abby Abeba Abena Abigail Abiola Abril Achieng Ada Adaeze Adanna Adebola Adelaide
    Adele Adelheid Adelina Adesuwa Adina Aditi Adriana Adrienne Adwoa Afia Agatha Agathe Agnes Agnese
    Agneta Agnieszka Agustina Aigul Aiko Ailsa Aine Aino Ainur Aisha Aishwarya Aja Akane Akiko Akinyi
    Akosua Alana Alba Alejandra Aleksandra Alessandra Alessia Alexa Alexandra Alexandria Alexia Alice
    Alicia Aliki Alina Alisha Alison Aliyah Alla Allegra Allison Alma Althea Alyona Alyson Alyssa Amal
    Amalia Amanda Amber Amelia Amelie Amie Amina Aminata Aminatou Amira Amrita Amy Ana Anabel Anahi
    Analyn Ananya Anastasia Anastasiia Anastasiya Anat Andrea Andreea Anette Angel Angela Angelica
    Angelina Angelique Angharad Angie Anhelina Anika Aniko Anisa Anita Anja Anjali Anke Ann Anna Annabel
    Annabelle Annalena Annalisa Annalise Anne Annegret Anneli Anneliese Annette Annie Annika Anouk
    Antigone Antje Antoinette Antonella Antonia Antonietta Anu Anuradha Anushka Aoife April Arabella
    Archana Aretha Ariadna Ariana Arianna Arlene Armelle Arundhati Ashlee Ashleigh Ashley Asma Asmaa
    Aster Astrid Athena Atieno Audrey Aung Aurelia Aurelie Aurora Ausra Ava Awino Ayako Ayelet Ayesha
    Ayodele Ayse Aysel Ayumi Azadeh Azar Azucena Barbara Barbel Beata Beatrice Beatrix Beatriz Becky
    Belinda Benazir Benedetta Berit Bernadette Bernarda Bernice Bertha Beryl Bess Beth Bethan Bethany
    Betsy Bettina Betty Beverley Beverly Bhavna Bianca Biljana Binta Bintou Birgit Birgitta Birtukan
    Blanca Bodil Bohdana Bolanle Bonnie Bozena Brandi Brandy Brenda Briana Brianna Bridget Bridie Brigid
    Brigitte Brit Britney Britta Brittany Bronagh Bronwen Brooke Brooklynn Brunhilde Bryony Bukola Bushra
    Busisiwe Caitlin Caitlyn Camila Camilla Camille Candace Candice Caoimhe Capucine Carey Carina Carla
    Carlota Carlotta Carly Carmela Carmen Carol Carole Carolina Caroline Carolyn Carrie Carys Casey
    Cassandra Cassidy Cat Catalina Catarina Caterina Catherine Cathleen Cathy Catriona Cecile Cecilia
    Celeste Celia Celine Cerys Chandrika Chanel Chantal Charlene Charlotta Charlotte Chebet Chelsea
    Chepkoech Cher Cherie Cherono Cheryl Chiamaka Chiara Chidinma Chimamanda Chinwe Chioma Chipo Chitra
    Chloe Christa Christelle Christiane Christie Christina Christine Chrystia Ciara Cindy Cinzia Claire
    Clara Clare Clarissa Claudette Claudia Clemence Clementine Clodagh Clothilde Colette Colleen Concetta
    Condoleezza Connie Constance Consuelo Cora Coral Coralie Corazon Cordelia Corinne Cornelia Courtney
    Cristiana Cristina Crystal Cynthia Dagmar Dagny Dahlia Daisy Dalia Damares Daniela Daniella Danielle
    Daphne Daria Dariia Darlene Darya Daryna Dawn Deanna Debbie Debora Deborah Debra Dee Deepa Deepika
    Deirdre Delfina Delia Delores Delphine Denise Desiree Desislava Despina Destiny Dewi Diana Diane
    Dianne Dilma Dina Dinara Dionne Divya Doaa Dolores Dominika Donatella Donna Dora Doreen Doris Dorit
    Dorota Dorothea Dorothy Dragana Ebba Ebele Ebony Edeltraud Edie Edith Edna Edwina Eeva Effie Efua
    Eileen Eilidh Einat Eirini Ekaterina Elaine Eleanor Elena Eleni Eleonora Eleri Elfriede Elif Elisa
    Elisabeth Elisabetta Elise Eliska Eliza Elizabeth Elke Ella Ellen Ellie Ellinor Elodie Eloise Elsa
    Elsie Elspeth Elvira Elzbieta Emanuela Emelie Emiko Emilia Emilie Emily Emine Emma Emmanuelle Erica
    Erika Eriko Erin Erna Ernestine Erzsebet Esi Esmeralda Esnath Esperanza Esra Estela Estelle Esther
    Eszter Ethel Eugenie Eun Eunice Eva Evangelia Evangelina Eve Evelyn Evgenia Evie Fabienne Fabiola
    Faith Fanta Farah Farida Fatemeh Fatima Fatma Fatou Fatoumata Fawzia Faye Federica Felicia Felicity
    Fern Fernanda Ffion Filomena Fiona Fionnuala Fionnula Fiorella Flavia Fleur Flor Flora Florence
    Folake Fotini Frances Francesca Francine Francoise Frauke Freda Frederica Freya Frida Frieda
    Friederike Fumiko Funke Funmilayo Gabriela Gabriella Gabrielle Gaelle Gail Galina Galit Gauri Gayle
    Geeta Gemma Genevieve Georgette Georgia Georgina Geraldine Gerda Germaine Gertrud Gertrude Ghada
    Ghislaine Giada Gianna Gillian Gina Ginger Ginny Giorgia Giovanna Gisela Giselle Gita Giulia Giuliana
    Giuseppina Gladys Glenda Gloria Golda Golnaz Gordana Grace Graciela Grainne Graziella Grazyna Greta
    Gretchen Grethe Guadalupe Gudrun Gulmira Gulnara Gulsen Gunhild Gunilla Gwen Gwendolyn Gwyneth Habiba
    Hadas Hadiza Hafsa Hagit Hajar Hala Halima Halina Halyna Hana Hanaa Hanako Hanan Hanna Hannah
    Hannelore Harriet Haruka Haruko Hatice Hattie Hauwa Havva Hayley Hazel Heather Heba Hedda Hedwig Hege
    Heidemarie Heidi Heike Helen Helena Helene Helga Helle Heloise Henrietta Henriette Hermione Hiba
    Hilary Hilda Hildegard Hillary Hina Hiroko Hirut Hitomi Hollie Holly Hope Huda Huma Huong Hye Hyun
    Ibtisam Ida Idit Ifeoma Ijeoma Ikram Ilana Ilaria Ildiko Ilinca Ilona Ilse Ilze Imelda Imke Imogen
    Ina Inbal Indira Ines Inese Inga Inge Ingeborg Inger Ingrid Ingrida Inna Ioana Ioanna Irena Irene
    Irina Iris Irma Irmgard Iryna Isabel Isabella Isabelle Ishita Isla Isobel Israa Itzel Ivana Ivanka
    Ivette Ivy Iwona Jaana Jacinda Jackie Jacqueline Jacqui Jada Jade Jadwiga Jamila Jan Jana Jane
    Janelle Janet Janice Janine Jasmine Jaya Jayanti Jayne Jean Jeanette Jeanne Jelena Jemima Jemma Jen
    Jenna Jennie Jennifer Jenny Jepchirchir Jessica Jihan Jill Jillian Jitka Joan Joann Joanna Joanne
    Jocelyn Jocelyne Jodi Jodie Jody Johanna Johanne Jolanta Jonna Josefa Josefina Josephine Josette
    Josie Jovana Joy Joyce Juanita Judi Judit Judith Judy Julia Juliana Julianne Julie Juliet Julieta
    Juliette June Junko Jurate Justine Jutta Jyoti Kadiatou Kagwiria Kaisa Kalliopi Kalpana Kamala Kaori
    Karen Karin Karina Karine Karla Karolina Katalin Katarzyna Kate Katerina Kateryna Katharina Katharine
    Katherine Kathleen Kathryn Kathy Katia Katie Katja Katri Katrin Katrina Katrine Katy Kausar Kavita
    Kawthar Kay Kaye Kayla Kaylee Kayleigh Kazuko Keeley Kehinde Keiko Keira Keisha Kelly Kellyanne
    Kelsey Kemi Kendra Kerry Kersti Kerstin Khadija Khadijah Khrystyna Khulood Kiera Kim Kimberly Kirsi
    Kirsteen Kirsten Kirsti Kirstie Kirsty Kirti Kitty Kjersti Klara Klaudia Konstantina Kristen Kristi
    Kristiina Kristin Kristina Kristine Krystyna Ksenia Kseniia Ksenija Kumiko Kylie Kyoko Kyra Kyung
    Laetitia Lakisha Lakshmi Laleh Lalita Lana Lara Larisa Larysa Latifa Latoya Laura Laure Lauren Laurie
    Lavinia Layla Lea Leah Leanne Leela Leena Leila Lena Lenka Leona Leonie Leonor Leonora Lerato Lesia
    Lesley Leslie Lesya Leticia Letitia Letizia Leyla Lia Liana Liat Libby Lidia Liese Liesel Lieselotte
    Lihi Liisa Lila Lilian Liliana Lillian Lilly Lily Lina Linda Lindiwe Lindsay Lindsey Ling Linh Linnea
    Lisa Lisbeth Lise Litsa Liubov Liudmila Liudmyla Liv Liz Liza Lizzie Ljiljana Loida Lois Lola
    Loredana Lorena Loretta Lori Lorna Lorraine Lotta Lotte Lottie Louisa Louise Lowri Luana Lubna Lucia
    Luciana Lucie Lucille Lucinda Lucy Ludmila Ludovica Luisa Luise Lupita Lydia Lyn Lynda Lyndsey
    Lynette Lynn Lynne Lyubov Lyudmila Maarja Maayan Mabel Macarena Machiko Maddie Madeleine Madeline
    Madhuri Madison Mae Maeve Magda Magdalena Maggie Maha Mahnaz Mahsa Maia Mair Mairead Maite Maja
    Makayla Makiko Malala Malgorzata Malia Mamata Manal Mandy Manisha Manuela Mara Marcela Marcella
    Marcia Mareike Margaret Margareta Margarete Margarita Margaux Marge Margery Margherita Margie Margit
    Margot Margrethe Marguerite Maria Mariah Mariam Mariama Marian Mariana Marianna Marianne Mariastella
    Maribel Maricarmen Maricel Marie Mariella Marielle Mariia Marija Mariko Marilyn Marin Marina Marine
    Marion Marisa Marisol Marissa Marit Marita Marites Mariya Marjatta Marjorie Marketta Marla Marlene
    Marlies Marsha Marta Martha Martina Martine Marwa Mary Maryam Maryanne Maryna Maryse Masako Masha
    Masih Mathilde Matilda Matilde Maud Maureen Mavis Maxine May Maya Mayawati Mayra Maysoon Mayumi Meaza
    Mechthild Meena Meenakshi Meera Meg Megan Megawati Megha Meghan Megumi Mehbooba Mehnaz Mei Meike
    Melania Melanie Melina Melinda Melissa Melody Mercedes Mercy Meredith Merete Merja Merve Meryl
    Meseret Mette Mia Micaela Michaela Michela Michelle Michiko Midori Mihaela Mildred Milena Millicent
    Millie Mimi Mina Mindy Minna Minnie Mira Miranda Mireille Mirella Miriam Mirja Mirta Misty Mitra
    Mitsuko Miyuki Moira Mollie Molly Mona Monica Monika Monique Mumbi Muna Muriel Muthoni Myra Myriam
    Myrna Myroslava Nabila Nadege Nadezhda Nadia Nadiia Nadine Nadira Nadiya Nadja Nafisa Nafissatou
    Naheed Naima Najat Najwa Nanako Nancy Nandini Nanette Naoko Naomi Narges Nasreen Nasrin Natalia
    Natalie Nataliia Nataliya Natalya Natasha Nathalie Natsuki Nawal Nayeli Nazli Neelam Neema Neha
    Nelida Nell Nellie Nelly Nermin Nerys Nesrine Nettie Nevaeh Ngoc Ngozi Nguyet Nia Niamh Nichola Nicky
    Nicole Nicoletta Nicolette Nidhi Nigar Nighat Nikki Niloufar Nina Ninel Nirmala Nisha Nisreen Njoki
    Nkechi Nneka Noelle Noemi Noemie Noga Nomvula Nonhlanhla Noor Nora Noreen Noriko Norma Nosipho Nour
    Noura Ntombi Nuala Nupur Nur Nuray Nuria Nurit Nurul Nusrat Nyambura Nyokabi Obiageli Oceane Octavia
    Odessa Odette Odile Ofelia Oksana Olayinka Oleksandra Olena Olga Olha Olive Olivia Olufunke Olympia
    Omolara Oona Ophelia Oprah Orit Orna Ornella Osnat Oumou Outi Ozlem Paige Paivi Palesa Pallavi Paloma
    Pam Pamela Panagiota Paola Paraskevi Parisa Parveen Pascale Pat Patience Patrice Patricia Patrizia
    Patsy Patti Patty Paula Paulette Pauline Pavlina Pearl Peggy Penelope Penny Perla Pernille Perpetua
    Perrine Petra Peyton Philippa Phoebe Phuong Phyllis Piedad Pilar Pippa Pirjo Pirkko Polina Polly
    Pooja Poonam Poppy Portia Pratibha Preeti Priscilla Priti Priya Priyanka Prudence Putri Quinn Rabab
    Rabia Rachael Rachel Rachida Radha Radhika Radka Raffaella Raghad Ragini Ragnhild Rahel Raisa Rajni
    Raluca Ramatoulaye Ramona Rana Randi Rania Raquel Rasha Rashmi Ravit Raymonde Razia Rebecca Rebekah
    Reem Refilwe Regina Regine Reham Rehana Reiko Rekha Renata Renate Rene Renee Renu Renuka Retno
    Revital Reyna Rhiannon Rhoda Rhona Rhonda Ria Rie Riham Riikka Riitta Rikke Rina Rita Rivka Roberta
    Robyn Rochelle Rocio Roisin Rokia Rolande Romana Romina Romy Ronit Roopa Rosa Rosalie Rosalind
    Rosalinda Rosalyn Rosamund Rosangela Rosanna Rose Roseann Roseanne Roselyne Rosemarie Rosemary Rosi
    Rosie Rossella Rowena Roxana Roxanne Roza Ruba Rubina Ruby Rukhsana Rukmini Rumyana Ruta Ruth Ryoko
    Saba Sabina Sabine Sabrina Sachiko Sadia Sadie Safia Sahar Sahra Saima Sally Salma Salome Samantha
    Samina Samira Samiya Sana Sanaa Sanae Sandra Sandrine Sandy Sangeeta Sania Sanna Saoirse Sara Sarah
    Sarit Sarita Saroj Sasha Saskia Satomi Satu Saule Savannah Savita Sawsan Sayuri Scarlett Seema
    Segolene Seiko Selamawit Selena Selene Selin Selma Sepideh Serena Setareh Setsuko Sevda Severine
    Sevgi Shabana Shabnam Shaheen Shahla Shaima Shaimaa Shaista Shalini Shania Shanice Shaniqua Shannon
    Shaparak Shari Sharmila Sharon Shazia Sheena Shefali Sheikha Sheila Shelby Shelley Shelly Shereen
    Sheri Sherri Sherry Sheryl Shikha Shilpa Shira Shirin Shirit Shirley Shizuka Shlomit Shobha Shona
    Shoshana Shreya Shruti Shulamit Shweta Sian Sibel Sibylle Sienna Sigal Signe Sigrid Siham Silke
    Silvana Silvia Simin Simona Simone Simonetta Sinead Siobhan Sirpa Siv Skylar Smita Smriti Sneha
    Snezana Snezhana Sofia Soha Solange Soledad Solene Solomiia Solomiya Solveig Solvita Sonal Sonali
    Sonia Sonja Sonya Sook Sophia Sophie Soraya Sorcha Souad Stacey Stacy Stavroula Stefania Stefaniia
    Steffi Stella Stephanie Stina Storm Suad Sudha Sue Suella Sughra Sujata Sulochana Sultana Sumaya
    Sumeyye Sumiko Sumitra Sunita Sunniva Supriya Susan Susana Susanna Susannah Susanne Sushma Susie Suu
    Suzanne Suzie Suzy Svenja Svetla Svetlana Svitlana Swantje Swati Sybil Sylvia Sylvie Synnove Tabitha
    Taghreed Tahira Takako Tamar Tamara Tami Tamika Tammy Tamsin Tania Tanisha Tanja Tanvi Tanya Tara
    Tarana Tarja Tasha Taslima Tatiana Tatiane Tatjana Tatyana Temitope Teresa Tess Tessa Tetiana Tetyana
    Thais Thandi Thandiwe Thanh Thea Theano Thelma Theodora Theresa Therese Thora Thuraya Thuy Tia
    Tiffany Tiiu Tilda Timea Tina Tine Tirunesh Titilayo Tiziana Tomoko Toni Tonya Tori Torill Toshiko
    Tova Toyin Tracey Traci Tracy Tricia Trina Trine Trish Trisha Trude Trudy Tsai Tsehay Tsitsi Tsvetana
    Tugba Tuija Turid Tuula Tzipi Tzipora Uche Uliana Ulla Ulrike Ulyana Uma Una Unni Urmila Ursula
    Urszula Usha Ute Vaira Valentina Valentyna Valeria Valerie Vandana Vanessa Vasiliki Vasundhara Vera
    Vered Verena Verity Veronica Veronika Veronique Vesna Vicki Vickie Vicky Victoria Vidya Vigdis Vijaya
    Viktoria Viktoriia Viktoriya Vimala Vimbai Viola Violet Violeta Virginia Virginie Vivian Viviana
    Viviane Vivien Vivienne Vjosa Wafa Wafaa Wairimu Waltraud Wambui Wanda Wangari Wangui Wanjiku Wanjiru
    Wendy Whitney Wiam Wiebke Wilhelmina Wilhelmine Wilma Winifred Winnie Winona Xenia Ximena Xiomara Xiu
    Yaa Yadira Yael Yamini Yaroslava Yasmeen Yasmin Yasmine Yasuko Yehudit Yekaterina Yelena Yenny Yeon
    Yetunde Yevgenia Yevheniia Ying Yingluck Ylva Yoko Yolanda Yoshiko Yui Yukari Yuki Yukiko Yuko Yulia
    Yuliia Yuliya Yumi Yumiko Yuriko Yusra Yvette Yvonne Zadie Zahra Zainab Zanele Zara Zaynab Zehava
    Zehra Zeinab Zelda Zewditu Zeynep Zhanna Zipora Zodwa Zoe Zoey Zofia Zohra Zora Zoraida Zoya Zsuzsa
    Zsuzsanna Zubaida Zubeida Zuriel Zuzana
    """.split()
)

# First names that are just as often places, months, common words or organisations.
AMBIGUOUS = frozenset(
    """
    Adelaide Alexandria Angel Art April Aurora Austin Bill Brandy Brooke Cameron Carolina Carter Cat
    Charlotte Chelsea Chip Christian Clay Clinton Crystal Daisy Dale Dawn Dean Dee Diego Earl Eve Faith
    Florence Frank Georgia Ginger Grace Grant Guy Hope Ida Iris Israel Ivy Jade Jackson Jefferson Jersey
    Jordan Joy June Kent King Lance Lima Lincoln Logan Madison Marina Mark Marshall Max May Melbourne
    Mercedes Mercy Miles Milan Misty Nelson Norman Odessa Olive Olympia Orlando Paris Park Pat Patience
    Paulo Pearl Penny Per Portia Preston Prudence Rand Regina Rich Rob Rose Ruby Said San Santiago Salvador
    Savannah Sandy Sienna Sol Sterling Storm Sue Sultan Sydney Troy Tucker Tyler Urban Van Vance Verity
    Victoria Violet Virginia Wade Warren Wayne Whitney Will Wolf Jan Jun Hu Wen Moon Ho Li Al Ray Roman Norm
    Mae Kay Melody Chad Kit Kai Wei Adams Wilson Davit Dev August Augusta Athena Barney Dakota Franklin
    Houston Montana Phoenix Chester Lancaster Burt Cliff Don Drew Ford Gene Glen Heath Hal Holly Jack Jay
    Josh Les Mason Nat Sean-Connery Ty Wes Woody Rusty Randy Buck Duke
    """.split()
)


def gender_of(name: str) -> str | None:
    """ "m" or "f" where a first name is usually given to one of the two, else None. A hyphenated name by its start."""
    male, female = name in MALE, name in FEMALE
    if not male and not female and "-" in name:
        name = name.split("-", 1)[0]
        male, female = name in MALE, name in FEMALE
    return None if male == female else "m" if male else "f"


def is_first_name(name: str) -> bool:
    """Is this word, as written, a common first name (also "Jean-Luc" by its first part)?"""
    return name in MALE or name in FEMALE or ("-" in name and name.split("-", 1)[0] in _ALL)


_ALL = MALE | FEMALE
