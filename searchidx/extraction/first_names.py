"""Common first names of many cultures, by the gender that they usually have.

Written for this package. A name that is more often something else in the news (Paris, Sydney, Chase, Will at the
start of a sentence) stands in `AMBIGUOUS` too: it needs other evidence besides itself.
"""

from __future__ import annotations

MALE = frozenset(
    """
    Aaron Abdallah Abdel Abdelaziz Abdo Abdoulaye Abdul Abdulaziz Abdullah Abdulrahman Abe Abel Abhijit Abiy
    Abraham Abu Adam Adams Adel Ademola Aditya Adolf Adolfo Adrian Adrien Agustin Ahmad Ahmed Ahmet Aidan
    Ajay Akhil Akin Akio Akira Al Alain Alan Alasdair Alastair Albert Alberto Aldo Alec Alejandro Aleksandar
    Aleksander Aleksandr Aleksei Aleksey Alessandro Alex Alexander Alexandre Alexandros Alexei Alexey Alexis
    Alf Alfonso Alfred Alfredo Ali Alistair Allan Allen Alois Alok Alonso Alphonse Alvaro Alvin Amadou Aman
    Amar Ambrose Amin Amir Amit Amos Anand Anatoly Anders Andre Andrea Andreas Andrei Andrej Andres Andrew
    Andrey Andrii Andriy Andrzej Andy Angelo Angus Anil Anselm Anthony Antoine Anton Antonin Antonio Antony
    Anwar Archie Ari Ariel Arif Aristotle Arjun Arkady Armand Armando Armin Arnaud Arne Arno Arnold Arsene
    Arseniy Art Artem Arthur Artur Arturo Arun Arvind Asad Asghar Ashok Ashraf Asif Atul Aubrey August
    Auguste Augusto Augustus Austin Avi Avigdor Axel Ayman Aziz Babak Bakari Baltasar Barack Barnaby Barney
    Barry Bart Bartholomew Bartosz Bashar Basil Bassam Bastian Baxter Ben Benedict Beniamino Benigno Benito
    Benjamin Bennett Benny Benoit Bernard Bernardo Bernd Bernhard Bernie Bert Bertrand Bhim Bidzina Bill
    Billy Bjorn Bo Bob Bobby Bogdan Boris Boyd Brad Bradford Bradley Bram Branko Brendan Brent Brett Brian
    Bruce Bruno Bryan Bryce Bryn Burt Byron Caleb Calvin Cameron Carl Carlo Carlos Carlton Carsten Carter
    Casper Caspar Cecil Cedric Cem Cesar Chad Chaim Chandra Charles Charley Charlie Chester Chet Chip Chris
    Christian Christoph Christophe Christopher Christos Chuck Cillian Claes Clarence Clark Claude Claudio
    Claus Clay Clayton Clement Cliff Clifford Clint Clinton Clive Clyde Cody Colin Colm Conor Connor Conrad
    Constantine Constantin Corey Cornelius Cory Craig Cristian Cristiano Cristobal Curt Curtis Cyril Cyrus
    Dale Damian Damien Damon Dan Dana Daniel Daniele Danilo Danny Dante Dario Darius Darrell Darren Darryl
    Dave David Davide Davit Dean Declan Deepak Denis Dennis Denys Denzel Derek Dermot Derrick Desmond Dev
    Devin Dexter Dick Didier Diego Dieter Dietmar Dietrich Dilip Dimitri Dimitris Dinesh Dino Dirk Djibril
    Dmitri Dmitriy Dmitry Dmytro Domenico Dominic Dominique Don Donald Donnie Donny Doug Dougal Douglas Drew
    Duane Dudley Duncan Dustin Dwayne Dwight Dylan Eamon Eamonn Earl Ed Eddie Eddy Edgar Edmond Edmund
    Edoardo Eduard Eduardo Edvard Edward Edwin Egon Ehud Eirik Eitan Elbridge Eli Elias Elie Elijah Elliot
    Elliott Ellis Elmer Elon Elvis Emad Emeka Emil Emile Emiliano Emilio Emmanuel Emmett Emre Enda Enoch
    Enric Enrico Enrique Enzo Erdem Eric Erich Erik Ernest Ernesto Ernie Ernst Errol Ervin Erwin Esteban
    Ethan Etienne Eugen Eugene Eugenio Evan Everett Evgeni Evgeny Ezekiel Ezra Fabian Fabien Fabio Fabrice
    Fabrizio Fadi Fahad Faisal Faiz Farhad Farid Farouk Fatih Faustin Federico Fedor Felipe Felix Ferdinand
    Fergal Fergus Fernando Fidel Filip Filippo Finbar Finn Fiodor Floyd Francesco Francis Francisco Franco
    Francois Frank Frankie Franklin Frans Franz Fraser Fred Freddie Freddy Frederic Frederick Frederik
    Fredrik Friedrich Fritz Fumio Fyodor Gabor Gabriel Gabriele Gareth Garrett Garry Garth Gary Gaspard
    Gaston Gautam Gavin Gavriel Gene Gennady Geoff Geoffrey Georg George Georges Georgi Georgios Georgy
    Gerald Gerard Gerardo Gerd Gerhard Gerhart Germain Gernot Gerry Gert Ghassan Gianfranco Gianni Gideon
    Gil Gilbert Gilberto Gilles Gino Giorgio Giorgos Giovanni Girish Giulio Giuseppe Gleb Glen Glenn Godfrey
    Goran Gordon Govind Graeme Graham Grant Greg Gregg Gregor Gregorio Gregory Grigory Gunnar Gunter Guido
    Guillaume Guillermo Gurpreet Gus Gustav Gustavo Guus Guy Gyorgy Habib Hafez Hafiz Hakan Hakeem Hakim Hal
    Hamad Hamid Hamish Hamza Hank Hannes Hans Hany Harald Harish Harlan Harold Haris Harrison Harry Harsh
    Haruki Harvey Hasan Hashim Hassan Hayden Heath Hector Heiko Heiner Heinrich Heinz Helmut Hendrik Henk
    Henning Henri Henrik Henry Herb Herbert Heriberto Herman Hermann Hernan Herve Hicham Hideo Hidetoshi
    Hideki Hilary Hiroki Hiroshi Hiroyuki Hisham Ho Homer Horace Horacio Horst Hosni Hossein Howard Hubert
    Hugh Hugo Humberto Humphrey Hussain Hussein Iain Ian Ibrahim Idris Ignacio Ignatius Igor Ihor Ike Ilham
    Ilya Imad Imran Imre Ingmar Inigo Ioannis Ira Irfan Irving Irwin Isaac Isaiah Isidro Ismail Israel Issa
    Istvan Ivan Ivo Ivor Jaap Jacek Jack Jackson Jacob Jacques Jae Jaime Jair Jairo Jake Jakob Jakub Jalal
    Jamaal Jamal Jamar James Jamie Jamil Jan Janez Janis Jannik Janos Jared Jarrett Jaroslav Jaroslaw Jason
    Jasper Javed Javier Jawad Jay Jean Jed Jeff Jefferson Jeffery Jeffrey Jens Jeremiah Jeremy Jermaine
    Jerome Jerry Jerzy Jess Jesse Jesus Jiang Jiri Jim Jimmy Jin Joachim Joao Joaquin Jock Joe Joel Joerg
    Johan Johann Johannes John Johnnie Johnny Jon Jonah Jonas Jonathan Jordan Jordi Jorg Jorge Jose Josef
    Joseph Josep Josh Joshua Josiah Josip Jovan Juan Juha Jules Julian Julien Julio Julius Jun Junichiro
    Jurgen Jussi Justin Jyrki Kai Kaito Kamal Kamil Karel Karim Karl Karsten Kaspar Kaveh Kazimierz Keir
    Keith Keiji Kelvin Kemal Ken Kenji Kenneth Kenny Kent Kerry Kevin Khaled Khalid Khalil Kieran Kimi
    Kirill Kirk Kit Kjell Klaas Klaus Kofi Koichi Koji Konrad Konstantin Konstantinos Kostas Kris Krishna
    Kristian Kristof Krzysztof Kuba Kumar Kurt Kwame Kwasi Kyle Kyriakos Lachlan Lamar Lance Larry Lars
    Laszlo Laurence Laurent Laurie Lawrence Lazar Lee Leif Leigh Len Lenny Leo Leon Leonard Leonardo Leonid
    Leopold Leopoldo Leroy Les Leslie Lester Lev Levi Lewis Liam Linus Lionel Lloyd Logan Loic Lorenz
    Lorenzo Lou Louie Louis Luc Luca Lucas Lucian Luciano Lucien Lucio Ludovic Ludwig Luigi Luis Luiz Lukas
    Lukasz Luke Luther Lyle Lyndon Lynton Maciej Magnus Maher Mahmood Mahmoud Maksim Malcolm Malik Mamadou
    Manfred Manish Manmohan Manny Manoj Mansour Manu Manuel Maarten Marc Marcel Marcello Marcelo Marcin
    Marco Marcos Marcus Marek Mariano Marijn Mario Marius Mark Marko Markus Marlon Marshall Martin Martyn
    Marty Marvin Marwan Masato Masayoshi Massimo Mateo Mateusz Mathew Mathias Mathieu Mats Matt Matteo
    Matthew Matthias Matthieu Mattis Maurice Mauricio Maurizio Maurits Max Maxim Maxime Maximilian Maxwell
    Mehdi Mehmet Mel Melvin Menachem Mervyn Micah Michael Michal Michel Michele Mick Mickey Miguel Mihai
    Mika Mikael Mike Mikhail Mikheil Mikko Mikolaj Milan Miles Milo Milos Milton Miodrag Miroslav Mitch
    Mitchell Mitt Mladen Moataz Mohamad Mohamed Mohammad Mohammed Mohan Mohit Moises Monty Morgan Moritz
    Morris Mort Mortimer Moses Moshe Mostafa Moussa Muammar Muhammad Muhammadu Mukesh Murat Murray Mustafa
    Mykhailo Mykola Naftali Nabil Nadir Naguib Najib Narendra Nat Nate Nathan Nathaniel Naveen Nawaf Nawaz
    Neal Ned Neil Nelson Nestor Neville Niall Nicholas Nick Nicky Niclas Nico Nicola Nicolae Nicolas Nicos
    Nigel Nihat Nikita Nikki Niklas Nikola Nikolai Nikolaos Nikolaus Nikolay Nikos Nils Nitin Noah Noam Noel
    Nolan Norbert Norm Norman Norris Nouri Nuno Oisin Olaf Olav Ole Oleg Oleh Oleksandr Oleksii Oleksiy
    Oliver Olivier Olusegun Omar Omer Omid Orlando Orrin Orson Orville Oscar Oskar Osman Osvaldo Oswald Otis
    Otmar Otto Owen Pablo Paddy Pal Paolo Pascal Pat Patrice Patrick Patrik Paul Paulo Pavel Pavlo Pawel
    Payam Pedro Pepe Per Percival Percy Perry Pervez Pete Peter Petr Petra Petro Petros Phil Philip Philippe
    Phillip Pierre Piers Pieter Pietro Piotr Piyush Placido Pradeep Prakash Pranab Prasad Praveen Preston
    Priit Pyotr Qasim Quentin Quincy Quinn Radek Radoslaw Rafael Rafal Rafe Rafi Rafiq Rahm Rahman Rahul Raj
    Rajan Rajesh Rajiv Raju Rakesh Ralf Ralph Ram Ramesh Rami Ramiro Ramon Ramzan Rand Randall Randolph
    Randy Rashad Rashid Raul Ravi Ray Raymond Razvan Recep Reed Reggie Reginald Reince Reinhard Reinhold
    Remi Renato Rene Renzo Reuben Reuven Rex Reza Rhys Ricardo Riccardo Rich Richard Rick Ricky Rico Rinat
    Riyad Rob Robbie Robert Roberto Robin Rod Roderick Rodney Rodolfo Rodrigo Roel Roger Rogelio Rohan Rohit
    Roland Rolando Rolf Roman Romano Romeo Ron Ronald Ronan Ronnie Rory Ross Rowan Roy Ruben Rubens Rudi
    Rudolf Rudolph Rudy Rufus Rui Rupert Ruslan Russ Russell Rusty Ryan Ryszard Saad Sadiq Saeb Saeed Said
    Sajid Salah Salim Salman Salvador Salvatore Sam Sami Samir Sammy Samuel Sander Sandip Sandro Sandy
    Sanjay Santiago Sanjeev Sasha Satoshi Satya Saul Sayed Scott Sean Sebastian Sebastien Semyon Serge
    Sergei Sergey Sergio Serhiy Seth Seyed Seymour Shafiq Shane Shankar Shannon Shaun Shawn Shayne Sheldon
    Sherman Sherrod Shigeru Shimon Shinzo Shlomo Sid Sidney Siegfried Sigmar Silvan Silvio Simeon Simon
    Sinan Slavoj Slobodan Sohail Sol Solomon Soren Spencer Stan Stanislav Stanley Stavros Stefan Stefano
    Steffen Stellan Sten Stephan Stephane Stephen Sterling Steve Steven Stewart Stig Stipe Stuart Subhash
    Sudhir Suhail Sukumar Suleiman Sultan Sundar Sunil Suresh Sven Sviatoslav Syed Sylvain Sylvester Tadeusz
    Taha Taher Takashi Takeshi Talal Tam Tamer Tariq Taro Tarek Tayyip Ted Teddy Temur Teo Terence Terrance
    Terrell Terrence Terry Thabo Thad Thaddeus Thanasis Theo Theodor Theodore Thiago Thibault Thierry Thom
    Thomas Thor Thorsten Tiago Tibor Tidjane Tim Timo Timothy Timur Tito Titus Tobias Toby Tod Todd Tom
    Tomas Tomasz Tommaso Tommy Toomas Tony Torsten Toshiro Travis Trent Trevor Tristan Troy Tucker Ty Tyler
    Tyrone Uday Udo Ugo Uhuru Ulf Ulrich Umar Umberto Urban Uri Usman Uwe Vaclav Vadim Valdis Valentin
    Valery Van Vance Vasil Vasily Vasyl Vaughan Vaughn Venkat Vern Vernon Viacheslav Vicente Victor Vidal
    Vijay Vikram Viktor Vikas Vince Vincent Vincenzo Vinod Virgil Virgilio Vitali Vitalii Vitaliy Vitaly
    Vito Vlad Vladimir Vladislav Volker Volodymyr Vsevolod Vyacheslav Wade Waldemar Wale Walid Wallace Wally
    Walt Walter Warren Wasim Wayne Wendell Werner Wes Wesley Wilbur Wilfred Wilfried Wilhelm Willem William
    Willie Willis Willy Wilson Wim Winston Wladimir Wojciech Wolf Wolfgang Woody Xavier Yahya Yair Yakov Yan
    Yanis Yannis Yaroslav Yasser Yasuhiro Yehuda Yevgeny Yitzhak Yoav Yosef Yoshihide Yoshiro Yossi Youssef
    Yousef Yuri Yuriy Yury Yusuf Yves Yvon Zac Zach Zachary Zack Zafar Zaid Zane Zbigniew Zdenek Zeev Zeljko
    Zeke Ziad Zoltan Zoran Zubin Li Wei Jinping Xi Keqiang Kim Jong Moon Park Deng Zhao Hu Wen Zhou Haruhiko
    Yasuo Kiichi Noboru Toyoo Satoru Hajime Tadashi Saburo Ichiro Kenichi Yukio Makoto Minoru Isao Karl-Otto
    Hans-Dietrich Jean-Claude Jean-Luc Jean-Marie Jean-Paul Jean-Pierre Jean-Yves Juan-Carlos Karl-Heinz
    Mohamud Kgalema Jens-Uwe Nana Chidi Chukwu Olu Tunde Femi Kwesi Yaw Sipho Themba Tendai Joaquim Goodluck
    Ibrahima Ousmane Cheikh Macky Blaise Laurent-Desire
    """.split()
)

FEMALE = frozenset(
    """
    Aaliyah Abby Abigail Ada Adaeze Adelaide Adele Adriana Adrienne Agatha Agnes Agnieszka Aisha Aishwarya
    Aja Alana Alba Alejandra Aleksandra Alessandra Alexandra Alexandria Alexia Alice Alicia Alina Alisha
    Alison Alla Allegra Allison Alma Althea Alyssa Amal Amanda Amber Amelia Amelie Amina Aminata Amira
    Amrita Amy Ana Anabel Anastasia Anastasiia Andrea Angel Angela Angelica Angelina Angelique Angie Anisa
    Anita Anja Anjali Ann Anna Annabel Annabelle Annalena Anne Annegret Anneliese Annette Annie Annika
    Antoinette Antonia Anushka April Arabella Aretha Ariana Arianna Arlene Ashley Asma Astrid Athena Audrey
    Aung Aurelia Aurora Ava Ayesha Ayse Barbara Beatrice Beatrix Beatriz Becky Belinda Benazir Berit
    Bernadette Bernice Bertha Bess Beth Bethan Bethany Betsy Bettina Betty Beverley Beverly Bianca Birgit
    Blanca Bonnie Bozena Brandi Brandy Brenda Briana Bridget Brigid Brigitte Britney Brittany Brooke Caitlin
    Camila Camilla Camille Candace Candice Carey Carina Carla Carly Carmen Carol Carole Carolina Caroline
    Carolyn Carrie Casey Cassandra Cassidy Cat Catalina Catarina Caterina Catherine Cathleen Cathy Cecilia
    Cecile Celeste Celia Celine Chandrika Chantal Charlene Charlotte Chelsea Cher Cherie Cheryl Chiara Chloe
    Christa Christiane Christina Christine Chrystia Ciara Cindy Claire Clara Clare Clarissa Claudette
    Claudia Clementine Colette Colleen Concetta Connie Constance Consuelo Cora Cordelia Corinne Cornelia
    Corazon Cristina Crystal Cynthia Dagmar Dahlia Daisy Dalia Daniela Daniella Danielle Daphne Daria
    Darlene Darya Dawn Deanna Debbie Debora Deborah Debra Dee Deirdre Delia Delphine Delores Denise Desiree
    Diana Diane Dianne Dilma Dina Dolores Dominika Donatella Donna Dora Doreen Doris Dorothea Dorothy Edith
    Edna Edwina Eileen Elaine Eleanor Elena Eleni Elif Elisa Elisabeth Elise Eliza Elizabeth Ella Ellen
    Ellie Eloise Elsa Elsie Elspeth Elvira Emilia Emilie Emily Emma Erica Erika Erin Erna Ernestine
    Esmeralda Esperanza Estelle Esther Ethel Eugenie Eunice Eva Evangelina Eve Evelyn Faith Farah Farida
    Fatima Fatma Fatou Faye Federica Felicia Felicity Fern Fernanda Fiona Flavia Fleur Flora Florence
    Frances Francesca Francine Francoise Freda Frederica Freya Frieda Gabriela Gabriella Gabrielle Gail
    Galina Gayle Gemma Genevieve Georgia Georgina Geraldine Germaine Gertrude Ghislaine Gillian Gina Ginger
    Giorgia Giovanna Gisela Giulia Gladys Glenda Gloria Golda Grace Greta Gretchen Guadalupe Gudrun Gwen
    Gwendolyn Gwyneth Hadiza Hala Halima Hana Hanan Hanna Hannah Harriet Hattie Hazel Heather Hedwig Heidi
    Heike Helen Helena Helene Helga Helle Henrietta Hermione Hilary Hilda Hillary Holly Hope Ida Ikram Ilana
    Ilona Imelda Imogen Ina Indira Ines Inga Inge Ingrid Inna Ioana Irena Irene Irina Iris Irma Isabel
    Isabella Isabelle Isla Ivana Ivanka Ivy Jacinda Jackie Jacqueline Jacqui Jada Jade Jan Jana Jane Janet
    Janice Janine Jasmine Jayne Jean Jeanette Jeanne Jelena Jemima Jen Jenna Jennie Jennifer Jenny Jessica
    Jill Jillian Joan Joann Joanna Joanne Jocelyn Jodi Jodie Johanna Jolanta Josefina Josephine Joy Joyce
    Juanita Judi Judith Judy Julia Juliana Julie Juliet Juliette June Justine Kamala Karen Karin Karina
    Karine Karla Karolina Kate Katerina Kateryna Katharina Katharine Katherine Kathleen Kathryn Kathy Katia
    Katie Katja Katrin Katrina Katy Kay Kaye Kayla Kayleigh Keisha Kellyanne Kelly Kelsey Kemi Kendra Kerry
    Kerstin Khadija Kim Kimberly Kirsten Kirstie Kirsty Kitty Klara Klaudia Kristen Kristi Kristin Kristina
    Kristine Krystyna Ksenia Kyra Kyung Lakshmi Lana Lara Larisa Latoya Laura Lauren Laurie Lavinia Layla
    Lea Leah Leanne Leila Lena Leona Leonie Leonor Leonora Leslie Lesley Leticia Letitia Lia Liana Libby
    Lidia Liese Lila Lilian Liliana Lillian Lilly Lily Lina Linda Lindsay Lindsey Lisa Lise Liudmila Liv Liz
    Liza Lizzie Lois Lola Lorena Loretta Lori Lorna Lorraine Lotte Lottie Louisa Louise Luana Lucia Lucie
    Lucille Lucinda Lucy Ludmila Luisa Lupita Lydia Lyn Lynda Lynette Lynn Lynne Lyudmila Mabel Madeleine
    Madeline Madison Mae Magda Magdalena Maggie Mahnaz Maia Maja Mairead Malala Malia Malgorzata Mandy
    Manuela Mara Marcella Marcia Margaret Margareta Margarita Margaux Margery Margherita Margie Margot
    Margrethe Marguerite Maria Mariam Marian Mariana Marianne Marie Mariella Marija Marilyn Marin Marina
    Marine Marion Marisa Marisol Marissa Marit Marjorie Marla Marlene Marsha Marta Martha Martina Marwa Mary
    Maryam Maryanne Masha Mathilde Matilda Maud Maureen Mavis Maxine May Maya Meera Meg Megan Meghan
    Mehbooba Melania Melanie Melinda Melissa Melody Mercedes Mercy Meredith Meryl Mette Mia Michaela
    Michelle Mildred Millicent Millie Mimi Mina Mindy Minna Mira Miranda Miriam Misty Moira Mollie Molly
    Mona Monica Monika Monique Muna Muriel Myra Myriam Myrna Nabila Nadezhda Nadia Nadine Nadja Nafisa Najat
    Nancy Nanette Naomi Natalia Nataliya Natalie Natasha Nathalie Nelly Neema Nell Nellie Nettie Ngozi
    Nichola Nicole Nicky Nicolette Nikki Nina Nirmala Noelle Noemi Nora Noreen Norma Nur Nuria Octavia
    Odessa Odette Oksana Olena Olga Olha Olive Olivia Olympia Oona Ophelia Oprah Paige Pam Pamela Paola Pat
    Patience Patrice Patricia Patsy Patti Patty Paula Pauline Pearl Peggy Penelope Penny Perpetua Petra
    Phoebe Phyllis Pilar Pippa Polly Portia Pratibha Priscilla Priti Priya Priyanka Prudence Quinn Rachael
    Rachel Rahel Raisa Ramona Rana Rania Raquel Rasha Rebecca Rebekah Regina Reham Renata Renate Rene Renee
    Rhiannon Rhoda Rhonda Ria Rina Rita Roberta Rochelle Romana Rosa Rosalie Rosalind Rosalyn Rosamund
    Rosanna Rose Roseanne Rosemarie Rosemary Rosie Rowena Roxana Roxanne Roza Ruby Ruth Saba Sabina Sabine
    Sabrina Sadie Sahar Sally Salma Salome Samantha Samira Sana Sandra Sandy Sanna Sara Sarah Sasha Saskia
    Savannah Scarlett Selena Selma Serena Shabana Shania Shannon Shari Sharon Sheikha Sheila Shelby Shelley
    Shelly Sheri Sherri Sherry Shirin Shirley Shreya Sian Sibylle Sienna Sigrid Silke Silvana Silvia Simone
    Simonetta Sinead Siobhan Sofia Soledad Sonia Sonja Sonya Sophia Sophie Soraya Stacey Stacy Stella
    Stephanie Storm Sue Suella Sultana Sumaya Sunita Susan Susana Susanna Susanne Sushma Susie Suzanne Suzy
    Svetlana Svitlana Sybil Sylvia Sylvie Tabitha Tamara Tami Tammy Tania Tanya Tara Tarana Tarja Tasha
    Tatiana Tatyana Teresa Tess Tessa Tetiana Thea Thelma Theresa Therese Tiffany Tilda Tina Toni Tonya Tori
    Tracey Traci Tracy Trina Trisha Trish Trudy Tsai Uma Una Ursula Valentina Valeria Valerie Vanessa Vera
    Verena Verity Veronica Veronika Vicki Vickie Vicky Victoria Viktoria Viola Violet Violeta Virginia
    Vivian Viviane Vivien Vivienne Vjosa Wanda Wangari Waltraud Wendy Whitney Wilhelmina Wilma Winifred
    Winnie Winona Xenia Xiomara Yasmeen Yasmin Yelena Yevgenia Yetunde Yingluck Yolanda Yoko Yulia Yuliya
    Yuki Yvette Yvonne Zadie Zahra Zainab Zara Zeinab Zelda Zhanna Zoe Zofia Zora Zsuzsanna Zuzana Aiko
    Akiko Emiko Haruko Keiko Kumiko Masako Michiko Naoko Noriko Reiko Sachiko Sayuri Setsuko Yumi Yuriko Mei
    Ling Ying Xiu Suu Sheryl Huma Condoleezza
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
