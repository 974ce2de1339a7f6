"""Dutch: words by which a release is read. Plain data: words in lower case, between spaces."""

# Verbs of saying, in the forms that stand beside the name of a speaker.
SAYING = """
zegt zeggen zei zeiden gezegd stelt stellen stelde stelden gesteld verklaart verklaren verklaarde
verklaarden verklaard voegt voegen voegde voegden legt leggen legde legden benadrukt benadrukken
benadrukte benadrukten onderstreept onderstrepen onderstreepte onderstreepten beklemtoont
beklemtonen beklemtoonde beklemtoonden merkt merken merkte merkten meent menen meende meenden
vindt vinden vond vonden denkt dacht gelooft geloofde hoopt hoopte vertelt vertellen vertelde
vertelden licht lichten lichtte lichtten reageert reageren reageerde reageerden antwoordt
antwoorden antwoordde antwoordden besluit besluiten besloot besloten concludeert concluderen
concludeerde vervolgt vervolgen vervolgde vervolgden bevestigt bevestigen bevestigde bevestigden
waarschuwt waarschuwen waarschuwde waarschuwden vraagt vragen vroeg vroegen roept roepen riep
riepen pleit pleiten pleitte pleitten dringt dringen drong drongen herhaalt herhalen herhaalde
herhaalden herinnert herinneren herinnerde geeft geven gaf gaven erkent erkennen erkende erkenden
schrijft schrijven schreef schreven meldt melden meldde meldden laat laten liet lieten wijst
wijzen wees wezen becommentarieert becommentarieerde commentarieert commentarieerde noemt noemen
noemde noemden belooft beloven beloofde beloofden verzekert verzekeren verzekerde verzekerden
kondigt kondigen kondigde kondigden betreurt betreurde hekelt hekelde bekritiseert bekritiseerde
stipt stipte haalt haalde betoogt betogen betoogde betoogden beweert beweren beweerde beweerden
constateert constateerde preciseert preciseerde verduidelijkt verduidelijkte nuanceert nuanceerde
vat vatte verwelkomt verwelkomde prijst prees looft loofde klinkt klonk luidt luidde oordeelt
oordeelde suggereert suggereerde voorspelt voorspelde bekent bekende vermeldt vermeldde onthult
onthulde mijmert lacht grapt zucht aldus volgens zo getuigt getuigde besprak bepleit bepleitte
opperde oppert vult vulde citeert citeerde duidt duidde eist eiste garandeert garandeerde hamert
hamerde illustreert jubelt jubelde klaagt klaagde maant maande omschrijft omschreef onderschrijft
poneert relativeert relativeerde repliceert repliceerde resumeert schetst schetste signaleert
signaleerde tweet twitterde verdedigt verdedigde verwoordt verwoordde weerlegt voorziet wenst
wenste belicht belichtte voert voerde voeren voerden grapte grapten grinnikt grinnikte glimlacht
glimlachte lachte schertst schertste verzucht verzuchtte zuchtte fluistert fluisterde roemt roemde
prijzen prezen vreest vrezen vreesde vreesden verwacht verwachten verwachtte verwachtten weet wist
schat schatte schatten acht achtte fronst moppert mopperde klagen klaagden sneert sneerde schimpt
werpt wierp werpen wierpen brengt bracht brachten spreekt sprak spraken betwist betwistte
bestrijdt bestreed ontkent ontkende ontkenden weerspreekt weersprak countert pareert pareerde
repliceren tegenwerpt rectificeert corrigeert corrigeerde sust suste relativeren nuanceren bedankt
bedankte bedanken dankt dankte feliciteert feliciteerde complimenteert betoont toont toonde biecht
biechtte stamelt stamelde juicht juichte glundert glunderde mijmerde mijmeren filosofeert
filosofeerde droomt droomde zegde ziet zag zagen zien ervaart ervoer verhaalt verhaalde
rapporteert rapporteerde informeert berichtte schetsen rondt rondde sluit sloot opent trekt trok
vergelijkt vergeleek verbaast verbaasde verontschuldigt excuseert hoont spot spotte bromt bromde
blikt blikte kijkt keek kijken somt somde speculeert beklaagt beklaagde vermoedt vermoedde
motiveert motiveerde verantwoordt rechtvaardigt beaamt beaamde beamen adviseert adviseerde raadt
raadde wuift wuifde houdt hield stak steekt beschrijft beschreef beschouwt beschouwde bestempelt
bestempelde kwalificeert toevoegde toevoegt aangaf aangeeft meedeelde meedeelt opmerkte opmerkt
uitlegde uitlegt toelichtte aankondigde samenvatte
"""

# Those of them behind which stands who listens, and never who speaks.
TELLING = ""

# Verbs of what somebody did with words; a quotation may follow in the next sentence.
REACTING = """
verwelkomt verwelkomde bedankt bedankte dankt dankte prijst prees looft loofde feliciteert
feliciteerde betreurt betreurde veroordeelt veroordeelde hekelt hekelde juicht juichte
tevreden blij verheugd trots opgetogen reageert reageerde opent opende spreekt sprak pleit
pleitte steunt steunde verdedigt verdedigde toont toonde brengt bracht is was
"""

# Nouns for a text that follows: "Hieronder volgt de verklaring van de minister:".
STATEMENTS = """
citaat quote
verklaring toespraak boodschap reactie speech woorden bericht commentaar brief antwoord
statement getuigenis tussenkomst rede voorwoord tweet mededeling
"""

# Words beside a title, a term or a motto in quotation marks.
TERMS = """
zogenaamde zogeheten genaamd getiteld genoemd genaamde gedoopt bekend motto slogan leuze thema
titel rapport verslag campagne project programma initiatief studie tentoonstelling congres
conferentie seminarie boek film lied reeks serie artikel brochure label term termen woord
uitdrukking begrip categorie groep principe concept noemer naam heet heten actie spandoek affiche
bord poster bordje sticker gevel t-shirt plakkaat
"""

# Those of them that may also lead to somebody's words, if not right before the marks.
NAMING = ""

HE = "hij"
SHE = "zij ze"
# Whoever was named last, as a phrase.
LATTER = "deze laatste"
THEY = "beiden"
HIM = "hem"
HER = "haar"
IT = "het"
FIRST_PERSON = "ik wij we ons onze mijn mij me"

ARTICLES = "de het een deze dit zijn haar hun onze 't den"
AND = "en &"

# Between an office and what it is in charge of, and between that and where.
OF = "van voor der belast"
BESIDE = "bij in op met namens de het den"
THAT = "dat hoe waarom of die wie waar toen tijdens"

# What a sentence goes on with after somebody's name and a comma.
RELATIVE = "die"

# What opens a sentence before its main clause.
OPENINGS = """
na voor tijdens sinds tot onder ondanks bij gevraagd desgevraagd op in met ondervraagd
geconfronteerd
"""

# What may stand right before an office, and is no part of it.
ALSO = """
ook vandaag gisteren daarna toen nu later tot slot zelfs zo verder zich nieuwe kersvers kersverse
"""

# Before an office that several hold, and before the person whose view follows.
NUMBERS = "twee drie vier beide"
VIEWS = "voor volgens aldus mening woorden oordeel zeggen zoals"

# Before a name and not part of it.
HONORIFICS = """
dhr dhr. heer mevrouw mevr mevr. mw mw. meneer mijnheer juffrouw dames heren dr dr. prof prof.
drs drs. mr mr. ir ir. ing ing. ds ds. z.e. h.e. excellentie sir pater zuster broeder wijlen
jonkheer jonkvrouw baron barones graaf gravin
"""
MALE = "dhr dhr. heer meneer mijnheer pater broeder baron graaf koning"
FEMALE = "mevrouw mevr mevr. mw mw. juffrouw zuster barones gravin koningin"

# What may stand between an office and a name, and between a person and a verb of saying.
ROLE_TAIL = "adjunct emeritus emerita"
AUXILIARIES = "heeft hebben had is zijn werd"

# Nouns for an office or an occupation; the last part of a compound is looked up too.
ROLES = """
minister ministers premier vicepremier vice-premier vice-eersteminister eersteminister
minister-president president voorzitter voorzitters voorzitster ondervoorzitter vicevoorzitter
covoorzitter medevoorzitter kanselier secretaris secretarissen staatssecretaris
staatssecretarissen secretaris-generaal commissaris commissarissen eurocommissaris directeur
directeurs directeuren directrice directeur-generaal senator senatoren kamerlid kamerleden
volksvertegenwoordiger parlementslid parlementsleden europarlementslid europarlementariër
vertegenwoordiger vertegenwoordigers vertegenwoordigster gouverneur gouverneurs burgemeester
burgemeesters schepen schepenen wethouder wethouders gedeputeerde gemeenteraadslid ambassadeur
ambassadeurs ambassadrice consul consul-generaal gezant afgevaardigde afgezant woordvoerder
woordvoerders woordvoerster hoofd chef topman topvrouw baas ceo cfo oprichter oprichtster
medeoprichter coördinator coördinatrice projectleider projectleidster adviseur adviseurs expert
experts deskundige deskundigen analist onderzoeker onderzoekers onderzoekster wetenschapper
wetenschappers econoom hoogleraar professor professoren docent rector decaan leraar lerares
leerkracht arts huisarts dokter verpleegkundige rechter magistraat procureur advocaat advocate
notaris ombudsman ombudsvrouw inspecteur inspecteur-generaal commandant generaal admiraal kolonel
kapitein majoor luitenant curator conservator redacteur hoofdredacteur journalist journaliste
auteur schrijver schrijfster historicus historica kunstenaar kunstenares architect ingenieur boer
boerin landbouwer eigenaar eigenares zaakvoerder ondernemer onderneemster zaakvoerster bestuurder
bestuurslid bestuursleden lid leden collega collega's ambtgenoot ambtsgenoot ambtgenoten
ambtsgenoten tegenhanger rapporteur onderhandelaar penningmeester vrijwilliger vrijwilligster
student studente bewoner bewoonster activist activiste ontwikkelaar koning koningin prins prinses
paus bisschop aartsbisschop leider leidster manager beheerder fractieleider korpschef informateur
formateur bemiddelaar trainer coach politicus politica zanger zangeres acteur actrice regisseur
regisseuse brandweerman bioloog viroloog socioloog psycholoog jurist ambtenaar griffier agent
inwoner inwoonster ouder leerling bakker brouwer stichter winnaar winnares laureaat voorganger
opvolger piloot verpleger verpleegster apotheker dierenarts vroedvrouw archeoloog archeologe
antropoloog astronoom botanicus klimatoloog klimaatwetenschapper criminoloog ecoloog ecologe
epidemioloog geograaf geoloog glacioloog immunoloog linguïst taalkundige wiskundige natuurkundige
scheikundige weerkundige meteoroloog neuroloog neurologe oncoloog ornitholoog kinderarts
paleontoloog filosoof filosofe psychiater seismoloog statisticus therapeut therapeute toxicoloog
zoöloog oogarts tandarts promovendus promovenda doctorandus doctoraatsstudent postdoc
afgestudeerde stagiair stagiaire leerjongen gepensioneerde weduwe weduwnaar overlevende getuige
buurman buurvrouw huurder huurster verhuurder pendelaar fietser organisator organisatrice
initiatiefnemer initiatiefneemster bedenker bedenkster medestander donateur mecenas investeerder
bankier handelaar handelaarster winkelier winkelierster kruidenier slagersvrouw kok kokkin
serveerster hotelier wijnboer kaasmaker kweker fokker herderin imker boswachter tuinier
akkerbouwer fruitteler veehouder melkveehouder huisbewaarder conciërge huismeester begeleider
begeleidster mantelzorger onthaalouder chauffeur bestuurster machinist machiniste conducteur
conductrice matroos schipper schippersvrouw veerman timmerman schrijnwerker loodgieter elektricien
mecanicien technicus technica lasser metselaar dakwerker steenhouwer goudsmid juwelier kleermaker
pottenbakker boekhandelaar uitgever uitgeefster bibliothecaris bibliothecaresse archivaris
vertaler vertaalster tolk columnist columniste correspondent correspondente presentator
presentatrice producent producente fotograaf fotografe cineast cineaste filmmaker filmmaakster
scenarist scenariste toneelschrijver romancier dichteres illustrator illustratrice cartoonist
tekenaar beeldhouwer ontwerper ontwerpster danser danseres choreograaf muzikant muzikante pianist
pianiste violist violiste cellist componist componiste organist dirigent dirigente voetballer
voetbalster doelman zwemmer zwemster loopster roeier ruiter turnster scheidsrechter onderwijzer
onderwijzeres schoolhoofd instructeur opleider examinator lijkschouwer deurwaarder rechercheur
speurder politieman politieagent wijkagent redder ambulancier veteraan soldaat astronaut chirurg
cardioloog longarts specialist diëtist diëtiste logopedist logopediste zorgkundige
thuisverpleegkundige verzorger verzorgster programmeur informaticus planoloog landmeter boekhouder
boekhoudster kassier kassierster postbode koerier bezorger ploegbaas opzichter steward stewardess
kardinaal abdis monnik diaken dominee imam rabbijn predikant missionaris aandeelhouder vennoot
dijkgraaf heemraad hoogheemraad topambtenaar bewindsman bewindsvrouw bewindspersoon teamchef
teamleider teamleidster afdelingshoofd diensthoofd zorgverlener partijvoorzitter partijleider
fractievoorzitter kabinetschef zonechef stationschef korpsoverste vakbondsman vakbondsvrouw
vakbondssecretaris vakbondsleider medewerker medewerkster directielid raadslid statenlid
bestuursvoorzitter bemiddelaarster ontdekker uitvinder bouwer bergbeklimmer grootmoeder grootvader
echtgenoot echtgenote omwonende buurtbewoner inspectrice rectrix decane zaakgelastigde diplomaat
diplomate juriste wetenschapster houder verhuurster omstander toerist toeriste wandelaar
wandelaarster deelnemer deelneemster dorpsbewoner jarige restaurator restauratrice badmeester
havenmeester strandjonker molenaar kapper kapster uitbater uitbaatster cafébaas hoofdonderzoeker
medeonderzoeker medeauteur hoofdauteur bouwmeester rijksbouwmeester stedenbouwkundige
landschapsarchitect landschapsbeheerder kustwachter reddingswerker lid-oprichter hydroloog
entomoloog landbouwster tuinder wijkverpleegkundige zorgmanager veldwerker duiker aannemer
kraanmachinist conservatrice bouwvakker rivaal rondleider rondleidster lijsttrekker lijsttrekster
tachtiger zeventiger zestiger straathoekwerker scholier havenbaas officier persofficier
"""

# Nouns for somebody told of before by another office: "the politician".
STAND_INS = """
politicus politica bewindsman bewindsvrouw bewindspersoon wetenschapper wetenschapster onderzoeker
onderzoekster auteur kunstenaar kunstenares diplomaat diplomate jurist juriste ondernemer
onderneemster laureaat winnaar winnares topman topvrouw jarige tachtiger zeventiger zestiger
"""

# Ends of words for an occupation that may stand before a name, of fields that stand right behind
# an office ("Leiter Forschung"), and of countries there ("Präsident Frankreichs").
AGENT_ENDS = "chef baas hoofd boer arts er aar ster enda endus iste oloog ologe graaf ent ente"
FIELD_ENDS = (
    "ologie onomie heid teit kunde iek wijs zaken schap recht zorg beleid milieu sing ring ning "
    "ding ting ling king zing cultuur sport economie wonen"
)
PLACE_ENDS = ""

# Capitalised words that belong to an office or a body, never to a person's name.
NOT_NAMES = """
de het een en of maar als dan in op aan van voor met bij door uit naar over onder tot tegen
tijdens sinds na om dit dat deze die er hij zij ze wij we ik u jullie hun zijn haar ons onze mijn
uw wie wat waar wanneer hoe waarom hier daar vandaag gisteren morgen maandag dinsdag woensdag
donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september
oktober november december ook niet geen alle elke ieder iedere veel meer meest eerst verder
daarnaast bovendien echter slot daarom zo volgens aldus ministerie departement dienst bureau
comité commissie raad parlement senaat kamer regering staat staten unie verenigde naties
koninkrijk republiek federatie agentschap autoriteit vereniging instituut instelling universiteit
hogeschool school ziekenhuis stichting centrum groep partij alliantie coalitie organisatie bedrijf
bank fonds hof leger politie ambassade conferentie top vergadering forum verdrag akkoord
overeenkomst wet resolutie verklaring strategie programma project plan rapport campagne netwerk
huis federale federaal vlaamse vlaams waalse brusselse nationale internationale regionale europese
europees buitenlandse zaken binnenlandse algemene publieke koninklijke noord zuid oost west nieuwe
grote belgische belgisch nederlandse nederlands duitse duits franse frans britse engelse
amerikaanse luxemburgse italiaanse spaanse poolse oekraïense russische chinese zwitserse brussel
belgië nederland europa vlaanderen eu vn vs navo ovse oeso parijs londen genève straat laan plein
paleis museum theater persbericht pers contact info noot redactie embargo achtergrond
volksgezondheid gezondheid onderwijs justitie handel economie energie klimaat milieu mobiliteit
transport landbouw ontwikkeling ontwikkelingssamenwerking samenwerking cultuur toerisme werk wonen
asiel migratie gelijke kansen pensioenen begroting wetenschap onderzoek innovatie digitalisering
industrie ondernemen sport jeugd gezin financiën defensie veiligheid noordzee welzijn omgeving
leefmilieu natuur infrastructuur waterstaat rode kruis emerita emeritus daarna toen vervolgens
intussen ondertussen later eerder gemeente provincie regio station schouwburg festival prijs
rechtbank wijk openbare werken zorg waals
"""

# Words that are common in this language, and words that are in one it may be taken for.
FUNCTION_WORDS = """
aan aantal alle als ander andere bij binnen daarnaast daarom dat de deel deze dit door dus een
eerste elke en er europese gaat geen geworden haar hadden hebben heeft heel hem het hij hun ik
jaar je kan kunnen landen maar mee meer mensen met moet moeten na naar niet nieuwe nog nu om omdat
onder ons onze ook op regering samen sinds te tegen ter tijdens toe tot tussen uit uw van vanaf
vandaag veel verder volgens voor waar waarin waren wat werd werden wie wij wil willen worden wordt
zal ze zegt zei zich zij zijn zo zullen
"""
NEIGHBOURS_WORDS = """
nie vir sy hulle deur sal gesê ek ’n og til ikke el la los las les que con por una che est dans du
"""

# Around a text, phrases between semicolons: what it is, what announces its title (HEADLINES, and
# DESKS with the code of a place, as in "POL-XY:"), who gives it out and ends of compounds for that,
# until when it is kept, where it ends, and what stands below it.
RELEASE_LABELS = """
persbericht; perscommuniqué; persmededeling; persmelding; persverklaring; mededeling aan de pers;
gezamenlijk persbericht; gemeenschappelijk persbericht; gezamenlijke persverklaring;
nieuwsbericht; voor onmiddellijke publicatie; voor directe publicatie; voor onmiddellijke
verspreiding; voor directe verspreiding; voor onmiddellijke vrijgave; uitnodiging aan de pers;
uitnodiging voor de pers; uitnodiging pers; persuitnodiging; uitnodiging aan de media; persinfo;
persinformatie; persnota; nota aan de pers; nota aan de redacties; bericht aan de media;
persberichten; nieuwsberichten; perscommuniqués; persuitnodigingen; persagenda; mededeling voor
redacties; mededeling aan de redacties; mededeling voor de redacties; uitnodiging van de pers;
uitnodiging pers en media; bericht aan de redacties; bericht aan de pers; nationaal persbericht;
pers- en nieuwsbericht; embargo persbericht; officieel persbericht; pb
"""
LABELS = """
mededeling; verklaring; gezamenlijke verklaring; nieuws; uitnodiging; uitnodiging persconferentie;
persmap; persdossier; persagenda; aankondiging; toespraak; speech; enkel het gesproken woord telt;
herinnering; pers; perskamer; statement; persconferentie; perszaal; nieuwsoverzicht; niet voor
publicatie; slotverklaring; slotcommuniqué; eindverklaring; gemeenschappelijke verklaring;
bericht; actueel; uitspraak; samenvatting van de uitspraak; samenvatting; politiebericht; update;
rectificatie; perstekst; ter info; nieuwsflits
"""
HEADLINES = "onderwerp; titel; betreft; kop"
DESKS = ""
LETTERHEADS = """
ministerie van; het ministerie van; kabinet van; kabinet; fod; federale overheidsdienst; pod;
departement; regering van; ambassade van; permanente vertegenwoordiging; persdienst; perskamer;
directie voorlichting; directie communicatie; dienst communicatie; afdeling communicatie; afdeling
voorlichting; directoraat-generaal; europese commissie; provincie; bureau van; staatssecretariaat;
ministerie; gemeente; stad; provincie van; rechtbank; gerechtshof; hof van; raad van; hoge raad;
raad voor; universiteit; hogeschool; instituut; academie; agentschap; autoriteit; commissie;
parlement; senaat; kamer van; tweede kamer; eerste kamer; politie; lokale politie; federale
politie; brandweer; parket; openbaar ministerie; overheid; vlaamse overheid; waterschap;
hoogheemraadschap; veiligheidsregio; rijksdienst; dienst; directie; bestuur; secretariaat;
secretariaat-generaal; algemeen secretariaat; ambassade; consulaat-generaal; vereniging;
federatie; verbond; unie; stichting; museum; ziekenhuis; bond; vakbond; bank; nationale bank;
inspectie; ombudsman; regio; vzw; nv; bv; communicatie; gewest; gemeenschap; gouverneur;
persbureau; faculteit; regering
"""
LETTERHEAD_TAILS = """
ministerie; dienst; raad; bestuur; school; bank; hof; instituut; bond; verbond; unie; vereniging;
federatie; stichting; ziekenhuis; politie; huis; schap; kamer; museum; inspectie; directie;
autoriteit; agentschap; centrum
"""
EMBARGO = """
embargo; onder embargo; niet publiceren voor; niet publiceren vóór; niet te publiceren voor; niet
te publiceren vóór; niet voor publicatie voor; niet voor publicatie vóór; niet verspreiden voor;
niet verspreiden vóór; publicatie niet toegestaan vóór; vrijgegeven vanaf; vrij te geven op; strikt
onder embargo; strikt embargo; dit persbericht staat onder embargo; dit bericht staat onder
embargo; dit bericht is onder embargo; onder strikt embargo; gelieve niet te publiceren voor;
gelieve niet te publiceren vóór; vrij voor publicatie vanaf; vrij voor publicatie op
"""
UNTIL = "tot; tot en met; t/m; voor; vóór; vervalt; geldt; vervalt op"
EMBARGO_UNTIL = "embargo tot; embargo t/m; embargo vervalt; embargo geldt"
EMBARGO_ASKED = """
niet publiceren voor; niet publiceren vóór; niet te publiceren voor; niet te publiceren vóór; niet
voor publicatie voor; niet voor publicatie vóór; niet verspreiden voor; niet verspreiden vóór;
onder embargo tot; onder strikt embargo; embargo te respecteren; embargo respecteren; het embargo
in acht
"""
RELEASED_AT = """
voor publicatie op; vrijgave op; publicatie op; publicatie vanaf; publiceren vanaf; te publiceren
vanaf; te publiceren op; niet vrijgeven voor; niet vrijgeven vóór; vrijgeven op; vertrouwelijk tot;
niet te gebruiken voor
"""
NO_EMBARGO = "geen embargo; zonder embargo; embargo geen; embargo nee; embargo opgeheven"
GREETINGS = """
beste redactie; beste redacties; beste collega; beste collega's; beste journalist; beste
journalisten; beste redacteur; beste lezer; beste allemaal; geachte redactie; geachte heer;
geachte mevrouw; geachte heer, mevrouw; geachte collega's; geachte pers; dag allemaal
"""
COVERING = """
hierbij vindt u; hierbij sturen wij; hieronder vindt u; in bijlage vindt u; bijgevoegd vindt u;
gelieve hieronder; gelieve in bijlage; gelieve hierbij; u vindt hieronder; u vindt in bijlage
"""
ENDS = "einde; slot; einde persbericht; einde bericht; einde van het bericht; einde tekst"
NOTES = """
noot voor de redactie; noot aan de redactie; noten voor de redactie; nota voor de redactie; nota
aan de redactie; noot voor redacties; noot aan redacties; niet voor publicatie; voor de redactie;
ter info voor de redactie; noot voor redacteurs; noot voor journalisten; nota voor journalisten;
noten; noot; achtergrond; achtergrondinformatie; context; meer informatie; meer info; meer weten;
aanvullende informatie; bijkomende informatie; extra informatie; voor meer informatie; voor meer
info; lees ook; zie ook; nuttige links; links; bijlage; bijlagen; praktische informatie
"""
ABOUT = "over"
CONTACTS = """
perscontact; perscontacten; contact; contacten; perscontact en informatie; mediacontact;
mediacontacten; contact voor de pers; contact pers; contact voor pers; contact voor de media;
contactpersoon; contactpersonen; contactgegevens; contactinformatie; persdienst;
persverantwoordelijke; persvoorlichter; perswoordvoerder; woordvoerder; woordvoerster;
woordvoerders; persvragen; vragen van de pers; voor persvragen; vragen; persrelaties; contact
opnemen; voor meer informatie contact; inlichtingen; contacteer ons; neem contact op
"""
PHONE = "telefoon; tel; telefoonnummer; gsm; mobiel; mobiele telefoon; bel; t; m"
EMAIL = "e-mail; email; mail; e-mailadres; mailadres"

# Days: words before the number of an issue, beside the day of publication and that of the last
# change, words that point to one, words of an invitation, where such days are to come, months as
# Django does not write them, and the hours and zones of an embargo.
ISSUES = "nr; nummer; editie"
PUBLISHED = """
datum; gepubliceerd; gepubliceerd op; publicatiedatum; datum van publicatie; verschenen op; laatst
bijgewerkt; bijgewerkt op; op; de; gedaan te; te; van; uur; ref; referentie; kenmerk; nr; nummer;
om; laatste update; laatst gewijzigd; laatste wijziging; geplaatst op; datum bericht; bijgewerkt;
uitgegeven op; verzonden op; datum publicatie; publicatie; geplaatst; verschenen; uitgegeven;
verzonden; gewijzigd
"""
UPDATED = """
laatst bijgewerkt; bijgewerkt op; bijgewerkt; laatste update; laatst gewijzigd; laatste wijziging;
gewijzigd op; gewijzigd
"""
TODAY = """
vandaag; heden; vanmorgen; vanochtend; vanmiddag; vanavond; deze ochtend; deze namiddag; deze
middag; deze morgen; deze avond
"""
YESTERDAY = "gisteren; gisterenavond; gisteravond; gisterochtend; gistermiddag"
TOMORROW = "morgen; morgenochtend; morgenavond; morgenmiddag"
SOME_DAY = """
vorige week; vorige maand; vorig jaar; afgelopen week; afgelopen maand; volgende week; volgende
maand; volgend jaar; onlangs; recent; recente; binnenkort; deze week; deze maand; eerder deze
week; later dit jaar; komende week; in het voorjaar; in het najaar; deze zomer
"""
INVITING = "uitnodiging; persuitnodiging; nodigt; nodigen; uitgenodigd; uitnodigen; uit te nodigen"
THIS = "deze; op deze"
MONTH_VARIANTS = {"mrt": 3, "sept": 9}
HOURS = {"middernacht": 0, "twaalf uur 's middags": 12}
ZONES = {
    "brusselse tijd": "Europe/Brussels",
    "belgische tijd": "Europe/Brussels",
    "nederlandse tijd": "Europe/Amsterdam",
    "londense tijd": "Europe/London",
    "britse tijd": "Europe/London",
    "parijse tijd": "Europe/Paris",
    "met": "CET",
}

# Meetings, what may be one, and ends of compounds (MEETING_TAILS); how one is held; and what is
# one without the name: what one or two persons do, who gathers or is received being told by
# office alone (GATHERING_VERBS, GUEST_VERBS, VISITORS), opening something (BUILDINGS), a
# committee sitting, and announcing in COMPANY. "…" stands for the words between two.
MEETINGS = """
vergadering; vergaderingen; ministeriële vergadering; ministeriële bijeenkomst; ministeriële
conferentie; bijeenkomst; topontmoeting; topconferentie; eu-top; navo-top; g7-top; g20-top;
europese top; conferentie; persconferentie; hoorzitting; bezoek; werkbezoek; staatsbezoek;
officieel bezoek; plechtigheid; ceremonie; inhuldiging; openingsplechtigheid; symposium;
rondetafel; rondetafelgesprek; werksessie; algemene vergadering; bilateraal overleg; ontmoeting;
werklunch; werkdiner; werkontbijt; handelsmissie; economische missie; colloquium; persbriefing;
videoconferentie; videovergadering; plenaire zitting; prijsuitreiking; raad algemene zaken;
europese raad; raad buitenlandse zaken; top van; landbouwraad; visserijraad; landbouw- en
visserijraad; milieuraad; transportraad; energieraad; ecofinraad; ecofin-raad; jbz-raad;
eurogroep; gemeenteraadszitting; energietop; klimaattop
"""
OCCASIONS = """
opening; receptie; forum; seminarie; seminar; workshop; zitting; sessie; consultaties; overleg;
gesprek; gesprekken; onderhoud; dialoog; herdenking; tentoonstelling; evenement; missie;
ondertekening; lancering; uitreiking; huldiging; congres; opendeurdag; studiedag; telefoongesprek;
persmoment; webinar; top; lunch; diner; ontbijt; debat; rondleiding; eerstesteenlegging; beëdiging
"""
MEETING_TAILS = """
vergadering; conferentie; bijeenkomst; plechtigheid; ontmoeting; hoorzitting; symposium
"""
INDEFINITE = "een"
FOLLOWED_BY = """
van; van de; van het; over; over de; over het; tussen; met; voor; voor de; tegen; inzake; rond;
aan; aan de; aan het
"""
HELD = """
ontmoette; ontmoetten; ontmoet; ontmoeten; heeft ontmoet; zal ontmoeten; nam deel; namen deel;
neemt deel; nemen deel; zal deelnemen; deelgenomen; deelnemen; nam; neemt; woonde; woonden; woont;
bijgewoond; ontving; ontvingen; ontvangt; ontvangen; ontvangst; bezocht; bezochten; bezoekt;
brengt een bezoek; bracht een bezoek; reisde; reist; vond plaats; vonden plaats; vindt plaats;
vinden plaats; plaatsvinden; plaatsgevonden; vond; vindt; kwam bijeen; kwamen bijeen; komt bijeen;
komen bijeen; bijeengekomen; bijeenkomen; kwamen samen; komen samen; organiseerde; organiseert;
organiseren; georganiseerd; opende; opent; openen; geopend; huldigde; ingehuldigd; ondertekende;
ondertekenden; ondertekent; ondertekenen; ondertekend; tekende; tekenden; tekent; tekenen; sprak;
spraken; nodigt; nodigen; uitgenodigd; overlegde; overlegden; vertegenwoordigde; vertegenwoordigt;
zat; zit; zaten; voorgezeten; voorzitten; hield; houdt; gehouden; tijdens; op bezoek; in de marge
van; opgeluisterd; sluit; sloot; leidde; leidt; brengt; bracht; uit te nodigen; bijeenkwamen;
bijeenkwam; vergaderde; vergaderden; vergadert; aan de rand van; na afloop van;
aan het einde van; op het einde van; bij de opening van; bij het begin van
"""
MEETING_VERBS = """
ontmoette; ontmoetten; ontmoet; ontmoeten; heeft ontmoet; hebben ontmoet; heeft … ontmoet; hebben
… ontmoet; bezocht; bezochten; bezoekt; heeft … bezocht; bezoeken; had een onderhoud; hadden een
onderhoud; sprak met; spraken met; overlegde met; bracht een bezoek; brengt een bezoek; is op
bezoek; kwamen bijeen; komen bijeen; kwamen samen; ondertekenden; ondertekenen; tekenden; tekenen;
hebben … ondertekend; huldigde … in; telefoneerde met; overhandigde … geloofsbrieven;
overhandigden … geloofsbrieven; overhandigt … geloofsbrieven; heeft … geloofsbrieven overhandigd;
bood … geloofsbrieven aan; nam … geloofsbrieven in ontvangst; ontving … geloofsbrieven;
vergaderde; vergaderden; vergadert; heeft … telefonisch overlegd; belde met; reist … naar; reisde
… naar; trekt … naar; brengt … bezoek; bracht … bezoek; legde … eerste steen; legden … eerste
steen; legt … eerste steen; leggen … eerste steen; heeft … eerste steen … gelegd; hebben … eerste
steen … gelegd; stak … eerste spade; staken … eerste spade; ging … eerste schop; knipte … lint;
knipten … lint; legde … krans; legden … krans; legde … kransen; legden … kransen; legt … krans;
leggen … krans; legde … bloemen; legden … bloemen; plantte … boom; plantten … boom; op werkbezoek;
te gast bij; was … te gast; hebben … elkaar … ontmoet; heeft … ingehuldigd; hebben … ingehuldigd;
heeft … krans … gelegd; hebben … krans … gelegd; heeft … kransen … gelegd; heeft … bloemen …
gelegd; hebben … bloemen … gelegd; heeft … lint … geknipt
"""
RECEIVING_VERBS = """
ontving; ontvingen; ontvangt; ontvangen; heeft … ontvangen; verwelkomde; verwelkomt; opende;
openden; opent; hebben … geopend; heeft … geopend; openen; reikte … uit; reikten … uit; reikt …
uit; heeft … uitgereikt; hebben … uitgereikt; overhandigde; overhandigden; overhandigt; heeft …
overhandigd; hebben … overhandigd; beëdigde; heeft … beëdigd; installeerde; heeft … geïnstalleerd;
speldde … op; heeft … opgespeld; heeft … met … gesproken; hebben … met … gesproken; sprak … met;
spraken … met; ondertekende; ondertekent; tekende; heeft … ondertekend; hebben … getekend; heeft …
getekend
"""
GUEST_VERBS = "ontving; ontvingen; ontvangt; heeft … ontvangen; hebben … ontvangen"
VISITORS = """
delegatie; delegaties; ambassadeur; ambassadeurs; ambtgenoot; ambtsgenoot; collega; collega's;
staatshoofd; staatshoofden; regeringsleider; regeringsleiders; premier; president; minister;
ministers; koning; koningin; burgemeester; burgemeesters; gezant; speciaal gezant;
secretaris-generaal; commissaris; parlementsleden; vertegenwoordigers; gasten; winnaars;
laureaten; atleten; commissarissen; ambtgenoten; ambtsgenoten
"""
GATHERING_VERBS = """
kwamen bijeen; komen bijeen; bijeengekomen; bijeenkomen; kwamen … bijeen; komen … bijeen; kwamen …
samen; komen … samen; zijn … samengekomen; vergaderden; vergaderen; overlegden; ontmoetten;
ontmoeten; troffen elkaar
"""
OPENING_VERBS = """
opende; openden; opent; openen; zal openen; heeft … geopend; hebben … geopend; heeft …
ingehuldigd; hebben … ingehuldigd; huldigde … in; huldigden … in; huldigt … in; onthulde;
onthulden; onthult; heeft … onthuld; hebben … onthuld; nam … in gebruik; namen … in gebruik; heeft
… in gebruik genomen; stelde … open
"""
OPENED = """
is … geopend; werd … geopend; wordt … geopend; zijn … geopend; werden … geopend; is … ingehuldigd;
werd … ingehuldigd; wordt … ingehuldigd; is … onthuld; werd … onthuld; wordt … onthuld; is … in
gebruik genomen; werd … in gebruik genomen; is … opengesteld; werd … opengesteld
"""
BUILDINGS = """
vleugel; gebouw; brug; tunnel; pad; bibliotheek; theater; centrum; kliniek; crèche; school;
laboratorium; tentoonstelling; expositie; beurs; festival; terminal; sluis; dam; kering; fabriek;
park; tuin; bad; hal; stadion; monument; standbeeld; gedenkteken; gedenkplaat; museum; galerie;
kazerne; bureau; vuurtoren; ambassade; consulaat; huis; opvang; reservaat; speeltuin; dorp; wijk;
woningen; campus; archief; depot; kade; molen; kerk; zaal; kantoor; station; gemaal; haven;
straat; plein; viaduct; tramlijn; spoorlijn; buslijn; snelweg; ringweg; uitbreiding; luchthaven;
universiteit; ziekenhuis; stadhuis; gemeentehuis; kasteel; paleis; grensovergang; gedenksteen;
begraafplaats; kunstwerk; speelplein
"""
SITTING_VERBS = """
heeft … gehoord; hebben … gehoord; hoorde; hoorden; hoort; besprak; bespreekt; heeft … besproken;
behandelde; behandelt; heeft … behandeld; keurde … goed; heeft … goedgekeurd; stemde; stemt; heeft
… gestemd; debatteerde; ondervroeg; heeft … ondervraagd; vergaderde; boog zich; nam … aan; heeft …
aangenomen; kwam bijeen; kwam … bijeen; komt … bijeen; kwam … samen; komt … samen; is …
bijeengekomen; is … samengekomen
"""
ANNOUNCING_VERBS = """
kondigde … aan; kondigden … aan; kondigt … aan; heeft … aangekondigd; hebben … aangekondigd;
maakte … bekend; maakten … bekend; heeft … bekendgemaakt; hebben … bekendgemaakt; presenteerde;
presenteerden; heeft … gepresenteerd; hebben … gepresenteerd; stelde … voor; stelden … voor;
hebben … voorgesteld; heeft … voorgesteld
"""
COMPANY = """
samen met; aan de zijde van; in aanwezigheid van; in het bijzijn van; vergezeld van; vergezeld
door; in het gezelschap van; in gezelschap van
"""
VIRTUAL = "virtueel; virtuele; online; digitaal; digitale; hybride"
ONLINE = """
virtueel; online; via videoconferentie; per videoconferentie; videoconferentie; videovergadering;
via video; op afstand; webinar; via zoom; zoom; via teams; microsoft teams; webex; videogesprek;
via livestream; in hybride vorm; videocall; via videoverbinding; videoverbinding; per video; via
videocall; via een livestream; digitaal
"""
RESTRICTED = """
beperkte samenstelling; in beperkte samenstelling; beperkt formaat; in beperkt formaat; beperkte
kring; achter gesloten deuren; besloten vergadering; besloten zitting; besloten bijeenkomst;
gesloten vergadering; gesloten zitting; besloten sessie; in besloten kring; niet toegankelijk voor
de pers; enkel op uitnodiging; gesloten
"""

# Who chairs a meeting, with whom, who is there, and who is not.
CHAIR = """
zit … voor; zat … voor; zaten … voor; zitten … voor; zal … voorzitten; zullen … voorzitten;
voorzat; voorzit; voorzaten; voorzitten; voor te zitten; heeft … voorgezeten; hebben …
voorgezeten; leidde; leidden; leidt; leiden; zal … leiden; heeft … geleid; nam het voorzitterschap
waar; nemen het voorzitterschap waar; neemt het voorzitterschap waar; bekleedde het
voorzitterschap; had het voorzitterschap; door … voorgezeten; had … het voorzitterschap; nam … het
voorzitterschap waar; bekleedde … het voorzitterschap; zitten … samen voor; zullen … leiden
"""
CHAIRED_BY = """
voorgezeten door; mee voorgezeten door; onder voorzitterschap van; onder het voorzitterschap van;
onder gezamenlijk voorzitterschap van; onder het covoorzitterschap van; onder leiding van; geleid
door; voorzitter van de vergadering; onder de leiding van; onder het gezamenlijke voorzitterschap
van; voorzitter was; met als voorzitter
"""
CHAIR_WITH = "samen met; aan de zijde van; gezamenlijk met"
WITH = "met"
JOINED = """
nam; namen; neemt; nemen; deelgenomen; deelnemen; deelnemers; deelneemster; deelnemer; aanwezig;
aanwezigen; in aanwezigheid van; in het bijzijn van; vergezeld van; vergezeld door; samen met;
vertegenwoordigd door; vertegenwoordigde; ontmoette; ontmoetten; ontmoet; ontving; ontvangt;
ontvingen; verwelkomde; bezocht; bezoekt; sprekers; spreker; gasten; genodigden; delegatie;
ondertekende; ondertekenden; ondertekent; tekende; tekenden; ondertekenaars; geopend; opende;
opent; woonde; woonden; ambtgenoot; ambtgenoten; ambtsgenoot; ambtsgenoten; collega; collega's;
sprak; spraken; toespraak; nam het woord; getuigen; getuige; overlegde; zal deelnemen; neemt het
woord; zullen deelnemen; met deelname van; bijgewoond; modereerde; bedankte; vertegenwoordigd;
komt spreken; huldigde; bracht; brengt; aanwezigheid; reizen mee; reist mee; reisden mee; reisde
mee; vergezelt; vergezellen; modereert; begeleidt; begeleiden; reikte; overhandigde; geleid door;
onder leiding van; ontvangen; overhandigt; lichtte toe; lichtten toe; toelichting; inleiding; gaf
een toelichting; onder de sprekers; aan het hoofd van; leidde … rond; kreeg een rondleiding;
gehoord; te gast
"""
ABSENT = """
afwezig; was verhinderd; verhinderd; verontschuldigd; liet zich verontschuldigen; in afwezigheid
van; bij afwezigheid van; was niet aanwezig; niet aanwezig; kon niet aanwezig zijn; kon niet
deelnemen; nam niet deel; in een boodschap; in een videoboodschap; in een brief; stuurde een
boodschap; stuurde een videoboodschap; stuurde een bericht; stuurde een brief
"""

# Where it is, and what may be named with its town; and the lines of an invitation.
PLACE_BEFORE = "in; te; op"
SITES = """
haven; stad; gemeente; dorp; kasteel; paleis; luchthaven; universiteit; museum; provincie; regio;
wijk; ziekenhuis; hoofdkwartier; station; basis; kamp; eiland; vallei; stadhuis; gemeentehuis;
school; site; fabriek; grensovergang; hoofdstad; sluis
"""
TRAVELLING = """
bezoek aan; werkbezoek aan; staatsbezoek aan; reisde naar; reist naar; zending naar; missie naar;
bezoekt; bezocht; bezoeken; handelsmissie naar; economische missie naar; reis naar; trekt naar;
trok naar; reist … naar; reisde … naar; op bezoek in; rondreis door
"""
NOT_PLACES = ""
WHEN = """
wanneer; datum; datum en uur; uur; tijdstip; dag; wanneer?; tijd; datum en tijd; datum en
tijdstip; start
"""
WHERE = """
waar; plaats; locatie; adres; waar?; adres van het evenement; plaats van afspraak; afspraak
"""
WHO = "wie; met; deelnemers; sprekers; gasten; in aanwezigheid van; aanwezigen; wie?"

# Nouns are written together: an office may be the end of a longer word.
COMPOUNDS = True

# Endings of an office held by women, and all that an office may end in beside its own.
FEMININE = ""
ENDINGS = "s"
