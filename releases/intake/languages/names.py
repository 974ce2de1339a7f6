"""What names of persons are made of: they cross borders, so this holds for every language."""

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
courier foreman wright cooper turner weaver potter mann freund sohn vater enkel
"""

# Words that end in a full stop without ending a sentence, without that full stop.
ABBREVIATIONS = (
    "dr mr mrs ms prof sen sens rep reps gov hon rev st jr sr gen col capt lt sgt mme mgr dhr mevr "
    "mw drs ir ing ds mag dipl vs nr bzw ca etc inc ltd co corp dept vgl usw resp art bv"
)

# Before an office in one word with it: that of somebody else.
DEPUTIES = "vize vice vice- ko co co- onder adjunct sub unter ex ex- alt"

# Given names that are common in Europe. Two or more capitalised words that begin with one are a
# name, and a word that ends like one for an occupation ("Peter") is none.
GIVEN = """
adam adrian adrien adèle agathe agnes agnès ahmed aisha alain alan albert alessandro alexander
alexandra alexandre alexis alfred ali alice alicia alison amanda amina amir amy amélie ana anaïs
andrea andreas andrew andrzej andré angela angelo anita anja anke ann anna anne anneke annelies
annette annick anthony antoine anton antonio antónio arjan armin arnaud arne arno arthur astrid
audrey aurélie aurélien axel balder baltasar balthasar baptist baptiste barbara bart bas beate
beatrice beatriz benjamin benoît berit bernadette bernard bernd bert bertrand bettina bianca
birgit björn bob boris bram brian brigitte britta bruno béatrice camille carina carl carla carlo
carlos carmen carol carole caroline carolyn carsten caspar casper catarina catherine cedric
charles charlotte chester chiara chloé chris christa christer christian christiane christina
christine christoph christophe christopher claire clara claude claudia claudine colin corinne
cornelia craig cristina cynthia cécile cédric céline dagmar damien dan daniel daniela danielle
danièle david deborah delphine denis denise detlef dexter diana diane didem didier diego dieter
dieuwke dirk dominik dominique donald doris dorothea edgar edith edward eileen eleanor elena eleni
elisa elisabeth elizabeth elke ellen elmar els elsa emily emma emmanuel emmanuelle enrico eric
erik erika ernst erwin esra estelle ester esther etienne eugène eva evander eve evelyn evert
fabian fabien fabienne fabio fatima fatma fatou federico felix fernando filip fiona florence
florent florentin florian francesca francesco francine francis francisco franck frank frans franz
françois françoise frederik friederike fritz frédéric gabriel gabriele gabrielle gauthier gautier
geert georg george georges gerard gerardus gerd gerhard gert ghislaine gilles giorgio giovanni
gisela giulia giuseppe graham greet griet guido guillaume gunnar gunter gunther guy gérald gérard
günter günther hanna hannah hannelore hannes hans harald harry hartmut hasan hassan heather heidi
heike heiko heiner heinrich heinz helen helena helga helmut hendrik henri henriette henrik henry
herbert hilde holger hubert hugo hélène ian ibrahim ida ilse ines inge ingmar ingrid ingvar irene
irina iris irène isabel isabella isabelle ivan ivar jaap jack jacob jacqueline jacques jakob james
jan jane janet janine janis jason jasper jean jeanne jeannette jeff jelena jennifer jens jeroen
jesper jessica jim jo joachim joan joana joanna joanne jochen joe johan johanna johannes john
jolanda jonas jonathan joost jordi jorge joris josef joseph josephine josé joël juan judith julia
julian julie julien juliette julius justine jérôme jörg jürgen kai karen karim karin karl karolina
kaspar kasper katarina kate katharina katherine kathleen kathrin katja katrien katrin kees keith
kenneth kerstin kevin khadija kim kirsten klaas klaus koen konrad kristina kristof kurt lambert
lars laura laurence laurent lea leila lena leo leon lester liam lieve lisa lise liselotte lodewijk
louis louise luc luca lucas lucia lucie lucy ludovic luis luise lukas luther lutz luís lydia léa
léon maarten madeleine magali magda magdalena maja mandy manfred manon manuel manuela marc marcel
marcin marco margaret margarita margot margriet marguerite maria marianne marie marieke marijke
marina mario marion marjan mark markus marlene marta martha martijn martin martina martine mary
maría mathias mathieu mathilde matteo matthew matthias matthieu maud maurice max maxime maya
mehmet melanie michael michel michelle michèle mieke miguel mikael mike mireille mirjam mohamed
mohammed monica monika monique moritz muriel mustafa mélanie nadia nadine nancy natalia natalie
nathalie neil nele nicola nicolas nicole niels nienke nigel nikolaus nils nina noah nora norbert
noémie nuno odile olaf ole olga oliver olivia olivier oscar oskar otmar ottmar pablo paolo pascal
pascale patricia patrick paul paula paulina pauline pauwel peder pedro per peter petra philip
philipp philippe pia pierre piet pieter pietro pim piotr quentin rachel rafael rainer ralf ralph
raymond rebecca regina reiner reinhard renate rené renée ria richard rik rita rob robert roberto
robin roger rogier roland rolf romain roman ron rosa rosalie rosemary rotger roxane roy rudiger
rudolf rutger ruth ryan régine rüdiger sabine sabrina sally samira samuel sandra sandrine sara
sarah sascha saskia sebastian sergio siegfried sien sigrid silke silvia simon simone sixten sofia
sonia sonja sophia sophie stefan stefanie stephanie stephen steve steven stijn stéphane stéphanie
susan susana susanne suzanne sven svenja sylvester sylvia sylvie sébastien tamara tania tanja
tatiana teresa theo theresa thierry thijs thomas thorsten théo thérèse tilman tim timo tina tobias
tom tomasz torsten tristan udo ulla ulrich ulrike ursula ute uwe valdemar valentin valerie valter
valérie vanessa vera verena victor victoria viktor vincent virginie viviane volker véronique
waldemar walter walther wendy werner wiebke wilfried wilhelm willem william wim winfried wolfgang
wolter wouter xaver xavier yann yannick yasmina youssef yves yvette yvonne zoe zoé élisabeth élise
étienne éva
"""
