"""The parts of persons' names: these cross borders, so they are the same in every language."""

# Between or before surnames, as they are written in lower case.
PARTICLES = (
    "van de het ter ten te von vom zu zum zur du la le les di da del della degli dei do dos e y "
    "al el ibn bin ben bint af av ap d' d’ l' l’ 't ’t"
)

# The same, after one of those.
LATER_PARTICLES = "den der des het la las los el op"

# The same, after a given name and a surname or a second given name.
MIDDLE_PARTICLES = "der den"

# After a name, as part of it.
SUFFIXES = "jr jr. sr sr. ii iii iv"

# After a name, and no part of it.
HONOURS = "kc qc obe mbe cbe kbe dbe gbe cmg phd md esq mp mep msp frs bt td mba dl"

# Surnames that are also words for an office, a colour or the like, in some language.
ALSO_SURNAMES = """
black white green brown gray grey north west day may march june king prince bishop major dean
judge marshal constable hall street church park rose court banks cross chambers prins koning boer
bisschop graaf baron meester maes prinsen könig richter kaiser graf bischof bauer vogt rat schulz
roy maire abbé lemaire legrand grand petit bakker brouwer schrijver ridder molenaar leerling
bäcker winzer schüler sänger lehrer propst hauptmann oberst vorsteher baker brewer coach singer
parent pilot clerk agent page farmer knight pope abbot provost steward porter skipper driver
trainer boulanger brasseur pasteur berger marchand chevalier garde prieur comte duc maréchal young
marin boucher mercier meunier charpentier couturier tisserand pelletier forgeron cuisinier
jardinier pêcheur gardien moine diacre cardinal potier maçon sergent soldat retraité voisin poète
banquier archer hôtelier épicier batelier chauffeur metzger fleischer schäfer förster zimmermann
tischler schreiner maurer steinmetz goldschmied schiffer schaffner händler kaufmann kellner
züchter schmied weber koch maler schneider gastwirt imker obermeier witwer diakon lehrling kaplan
schuster slager visser herder kok schipper timmerman schrijnwerker metselaar kweker veerman smid
buurman koopman handelaar wever butcher grocer merchant gardener forester fisher carpenter joiner
mason shepherd chandler ranger sailor deacon monk rector pastor vicar preacher nun soldier waiter
courier foreman wright cooper turner weaver potter mann freund sohn vater enkel hof
"""

# Words that end in a full stop without ending a sentence, without that full stop.
ABBREVIATIONS = (
    "dr mr mrs ms prof sen sens rep reps gov hon rev st jr sr gen col capt lt sgt mme mgr dhr mevr "
    "mw drs ir ing ds mag dipl vs nr bzw ca etc inc ltd co corp dept vgl usw resp art bv "
    r"dr\.-ing dipl\.-ing rer phil jur abg labg bgm cllr ald"
)

# Before an office in one word with it: that of somebody else.
DEPUTIES = "vize vice vice- ko co co- onder adjunct sub unter ex ex- alt"

# Given names that are common in Europe. Two or more capitalised words that begin with one are a
# name, and a word that ends like one for an occupation ("Peter") is none.
GIVEN = """
abigail adam adele adrian adrien adèle agathe agnes agnès ahmed ailsa aisha alain alan alasdair
alastair albert alessandro alex alexander alexandra alexandre alexis alfred ali alice alicia
alison alistair amanda amara amina amir amit amy amélie ana anaïs andrea andreas andrew andrzej
andré angela angelo angus anita anja anke ann anna anne anneke anneleen annelies annemie annette
annick annie ansgar anthony antoine anton antonio antónio arif arjan arlette armand armin arnaud
arne arno arthur arturo astrid audrey aurelia aurélie aurélien ava axel aylin balder baltasar
balthasar baptist baptiste barbara barend barry bart bas bastian bea beate beatrice beatriz ben
benjamin benoît berit bernadet bernadette bernard bernd bernice bert bertrand beth bettina betty
bianca billy birgit björn bob bonnie boris bram brenda brendan brian bridget brigitte britta
bronwen bruno béatrice caitlin callum camille carina carl carla carlo carlos carmen carol carole
caroline carolyn carsten cas casey caspar casper catarina catherine cedric cees charles charlotte
chester chiara chloé chris christa christer christian christiane christina christine christoph
christophe christopher ciara cindy claire clara claude claudia claudine clémence clément coen
colette colin conor cora corinne cornelia corrie corry craig cristina cynthia cécile cédric céline
dagmar dai damien dan dana daniel daniela danielle danièle daphne dave david davina debbie deborah
delphine denis denise derek desmond detlef dewi dexter diana diane didem didier diego dieter
dieuwke dilys dina dirk dolores dominik dominique donald doreen dorien doris dorothea dorothy doug
duncan dylan edda edgar edith edmund edward eef eefje eelco eileen eleanor elena eleni elin elisa
elisabeth eliza elizabeth elke ellen elmar elmer eloise els elsa elsie emiel emil emilia emilie
emily emma emmanuel emmanuelle enno enrico eric erica erik erika erin ernst erwin esmée esra
estelle ester esther ethel etienne eugène eva evander eve evelyn evert ewa ewan fabian fabien
fabienne fabio fadila fanny fanta farid fatih fatima fatma fatou federico felix femke fenna
ferdinand fergus fernando filip finn fiona fleur floor florence florent florentin florian fokke
francesca francesco francine francis francisco franck frank frans franz françois françoise fred
frederik freek freya frieda friederike fritz frédéric gabriel gabriele gabrielle gaspard gaston
gauthier gautier gavin geert geertje gemma geoff geoffrey georg george georges gerard gerardus
gerd gerda gerhard gerrit gert gertrud ghislaine giel gijs giles gilles gillian gina ginette
giorgio giovanni gisela giulia giuseppe glenn gloria gordon graham greet greg gregor greta griet
grégory gudrun guido guillaume gunnar gunter gunther guus guy gwen gérald gérard günter günther
hanna hannah hanne hanneke hannelore hannes hans harald harm harriet harry hartmut hasan hassan
hatice heather hedwig heidi heike heiko hein heiner heinrich heinz helen helena helga helmut
hendrik henk henning henny henri henriette henrik henry herbert herman hermine hettie hilary hilda
hilde holger honoré horst howard hubert hugo huub hélène ian ibrahim ibrahima ida ignace ilona
ilse imke imogen ines inge ingmar ingrid ingvar inès irene irina iris irma irène isaac isabel
isabella isabelle isla iva ivan ivar jaap jacinta jack jacob jacqueline jacques jakob james jan
jana jane janet janine janis janna janneke jasmijn jasmine jason jasper jay jean jean-luc
jean-marc jean-michel jean-paul jean-pierre jeanne jeannette jef jeff jelena jenna jennifer jenny
jens jeremy jeroen jerome jesper jessica jet jill jim jimmy jo joachim joan joana joanna joanne
jochen jodie joe joel joep johan johanna johannes john jolanda jolien jonas jonathan joop joost
jordi jorge joris jos josef joseph josephine josette josh josé joyce jozef joël juan judith judy
julia julian juliana juliane julie julien juliette julius jurriaan justin justine jutta jérôme
jörg jürgen kai karel karen karim karin karine karl karl-heinz karolina kasia kaspar kasper
katarina kate katharina katherine kathleen kathrin kathy katie katinka katja katrien katrin katy
kay kees keira keith kelly ken kenneth kerry kerstin kevin khadija kim kirsten klaas klaas-jan
klara klaus knut koen koenraad konrad kris kristina kristof kurt laetitia lambert lara larry lars
lasse laura laure lauren laurence laurent lea leanne leen leila lena lenaïg lennart leo leon
leonie leonora leslie lester levi lewis liam lien liesbeth lieve lilian lillian lily linda lindsay
lisa lisbeth lise lise-lotte liselotte liz lode lodewijk loes lore lorena lorenz lorna lorraine
lotte louis louisa louise lowie luc luca lucas lucia lucie lucien lucienne lucy ludo ludovic
ludovicus luigi luis luise lukas luther lutz luís lydia lynn léa léon maaike maarten mabel
madeleine mae maeve magali magda magdalena magnus mairi maja malcolm malik malte mandy manfred
manon manuel manuela mara marc marcel marcella marcelle marcin marco marcus mareike margaret
margarita margit margot margriet marguerite maria marian mariana marianne maribel marie marieke
mariet marijke marijn marina mario marion mariska marit marius marja marjan marjolein marjorie
mark markus marleen marlene marlies marlise marloes marta martha martijn martin martina martine
marvin marwan mary maría mathias mathieu mathilde mathis mats matt matteo matthew matthias
matthieu maud maude maureen maurice maurits max maxime may-britt maya mehdi mehmet meike meinrad
melanie melinda mercedes merel merle mia micha michael michel michelle michèle mick mieke miguel
mikael mike mildred millie mimi minna mira miranda mireille miriam mirjam mitch mohamed mohammed
moira molly mona monica monika monique moritz moussa murat muriel mustafa myriam mélanie nabil
nadia nadine nadja naima nancy naomi natalia natalie nathalie neil nele nell nelly nelson neve nia
nick nicky nico nicola nicolaas nicolas nicole niels nienke nigel nikki niklas nikola nikolaus
nils nina noah noor noortje nora norbert norma nour noémie noël nuno odette odile olaf olav ole
olena olga oliver olivia olivier ollie omar orla oscar oskar otmar ottmar otto owen pablo paddy
pam pamela paolo pascal pascale patricia patrick patty paul paula paulina pauline pauwel peder
pedro peggy per pete peter petra phil philip philipp philippe phoebe phyllis pia pierre
pierre-yves piet pieter pieter-jan pietro pim piotr priya quentin rachel rachid raf rafael rafaël
rainer ralf ralph ramon randy raoul raphaël ravi raymond rebecca regina reiner reinhard reinhold
remy renate renske rené renée reto rhys ria ricardo richard rick rien rik rikke rita rob robert
roberta roberto robin rodney roger rogier roland rolf romain roman romy ron ronald ronan ronja
ronnie rory rosa rosalie rosalind rosalinde rosemarie rosemary rosie roswitha rotger rowan roxane
roy ruben rudi rudiger rudolf rudy rupert russell rutger ruth ryan régine rémi rüdiger saar sabine
sabrina sadie sally sam samantha samir samira samuel sandra sandrine sanne sara sarah sascha
saskia sean sebastian selim selma sepp seraina serge sergio shane shannon sharon sheila shirley
sibylle sid sidonie siegfried sien sietse sigrid sigrun silke silvia simon simone sina siobhan
sixten sjoerd sofia sofie solange solène sonia sonja sophia sophie soraya stacey stan stanley stef
stefan stefanie stella steph stephanie stephen steve steven stewart stijn stuart stéphane
stéphanie susan susana susanne suzanne suzy sven svenja swen sybille sylvester sylvia sylvie
sébastien tamara tania tanja tariq tatiana ted teresa terry tess tessa thea thekla theo theodor
theresa thierry thijs thomas thorsten théo théodore thérèse tibor tilman tim timo tina tjeerd
tobias tom tomasz tonny tony torsten tracy trevor trijntje tristan trudy twan udo ulla ulrich
ulrike ursina ursula ute uwe valdemar valentin valerie valter valérie vanessa vaughan veerle vera
verena vic vicky victor victoria viktor vincent virginie vivian viviane vivien volker volkmar
véronique waldemar walter walther wanda wayne wendelin wendy werner wiebke wies wiesje wilfred
wilfried wilhelm wilhelmina willem william wilma wim winfried winnie wolfgang wolfram wolter
wouter xaver xavier yann yannick yara yasmin yasmina yolande youssef yusuf yvan yves yvette yvonne
zahra zara zeynep zita zoe zoé élisabeth élise élodie éloïse émile émilie étienne éva ömer öykü
"""
