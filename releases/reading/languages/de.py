"""German: words by which a release is read. Plain data: words in lower case, between spaces."""

# Verbs of saying, in the forms that stand beside the name of a speaker.
SAYING = """
sagt sagen sagte sagten gesagt erklärt erklären erklärte erklärten betont betonen betonte betonten
unterstreicht unterstreichen unterstrich unterstrichen hebt heben hob hoben ergänzt ergänzen
ergänzte ergänzten fügt fügen fügte fügten meint meinen meinte meinten erläutert erläutern
erläuterte erläuterten berichtet berichten berichtete berichteten kündigt kündigen kündigte
kündigten kommentiert kommentieren kommentierte kommentierten kritisiert kritisieren kritisierte
kritisierten fordert fordern forderte forderten mahnt mahnen mahnte mahnten warnt warnen warnte
warnten lobt loben lobte lobten begrüßt begrüßen begrüßte begrüßten begrüsst dankt danken dankte
dankten bekräftigt bekräftigen bekräftigte bekräftigten bestätigt bestätigen bestätigte
bestätigten versichert versichern versicherte versicherten verspricht versprechen versprach
versprachen antwortet antworten antwortete antworteten reagiert reagieren reagierte reagierten
resümiert resümierte bilanziert bilanzierte führt führen führte führten stellt stellen stellte
stellten weist weisen wies wiesen verweist verweisen verwies äußert äußern äußerte äußerten
äussert äusserte findet fanden fand glaubt glaubte hofft hoffte hofften schreibt schreiben schrieb
schrieben schildert schildern schilderte fasst fasste fassten zeigt zeigte zeigten freut freuen
freute freuten erinnert erinnerte erinnerten gibt gab gaben räumt räumte bemerkt bemerkte bedauert
bedauerte bedauerten appelliert appellierte appellierten ruft rief riefen bezeichnet bezeichnete
plädiert plädierte wirbt konstatiert konstatierte präzisiert präzisierte moniert monierte lautet
lautete urteilt urteilte spricht sprach sprachen teilt teilte teilten heißt hieß verkündet
verkündete behauptet behauptete beteuert beteuerte prognostiziert prognostizierte empfiehlt
empfahl rät riet verlangt verlangte würdigt würdigte wünscht wünschte zitiert zitierte fragt
fragte schließt schloss beschreibt beschrieb argumentiert argumentierte gesteht gestand nennt
nannte so laut zufolge merkt merkte merken merkten entgegnet entgegnete erwidert erwiderte ermahnt
ermahnte ermuntert ermutigt bittet bat drängt drängte droht folgert folgerte formuliert
formulierte garantiert gratuliert gratulierte informiert informierte jubelt jubelte klagt klagte
meldet meldete legt legte rechnet relativiert signalisiert signalisierte skizziert schlägt schlug
stimmt stimmte twittert vermutet vermutete verrät verteidigt verteidigte verurteilt verurteilte
wendet wandte widerspricht widersprach wiederholt wiederholte wirft wundert zieht zog bewertet
bewertete scherzt scherzte scherzten schmunzelt schmunzelte lacht lachte lächelt lächelte grinst
seufzt seufzte spottet spottete frotzelt frotzelte witzelt witzelte hält hielt hielten berichtigt
berichtigte stöhnt stöhnte bekennt bekannte bekannten erzählt erzählte erzählten schwärmt
schwärmte schwärmten schätzt schätzte schätzten befürchtet befürchtete fürchtet fürchtete denkt
dachte dachten glauben finden zweifelt zweifelte bezweifelt resümieren unterstellt unterstellte
wettert wetterte poltert polterte kontert konterte kontern hakt hakte weiß wusste spekuliert
mutmaßt mutmaßte beklagt beklagte beklagten begründet begründete begründeten rechtfertigt
rechtfertigte verneint verneinte dementiert dementierte leugnet würdigen würdigten flüstert
flüsterte rügt rügte tadelt tadelte tröstet tröstete pflichtet pflichtete ließ lässt lassen ließen
sah sieht sehen wiegelt wiegelte winkt winkte staunt staunte stichelt beschwichtigt beschwichtigte
entschuldigt entschuldigte gestehen verkünden verkündeten ankündigte hinzufügte eröffnet beendet
beendete schloß schlussfolgert schlussfolgerte nimmt nahm bedankt bedankte wiegt protokolliert
präzisieren konstatieren konkretisiert konkretisierte einräumte überlegt überlegte sinniert
sinnierte philosophiert philosophierte bezeugt bezeugte wünschen insistiert bezeichnen
bezeichneten vergleicht verglich betrachtet betrachtete sähe wertet wertete mitteilte mitteilt
mitteilten hervorhob hervorhebt hinwies hinweist darlegte darlegt feststellte feststellt
klarstellte anmerkte anmerkt ausführte ausführt bekanntgab zusammenfasste zugab einräumt ankündigt
vorschlug
"""

# Those of them behind which stands who listens, and never who speaks.
TELLING = ""

# Verbs of what somebody did with words; a quotation may follow in the next sentence.
REACTING = """
begrüßt begrüßte begrüßten dankt dankte dankten lobt lobte würdigt würdigte verurteilt
verurteilte bedauert bedauerte kritisiert kritisierte gratuliert gratulierte eröffnet eröffnete
zeigt zeigte freut freute äußert äußerte spricht sprach unterstützt unterstützte zufrieden
besucht besuchte ist war
"""

# Nouns for a text that follows: "Dazu die Erklärung des Ministers:".
STATEMENTS = """
erklärung statement rede ansprache grußwort botschaft stellungnahme worte reaktion antwort
kommentar brief beitrag vorwort äußerung zitat
"""

# Words beside a title, a term or a motto in quotation marks.
TERMS = """
sogenannte sogenannten sogenannter sogenanntes genannt genannte genannten namens titel motto
thema slogan leitwort studie bericht kampagne projekt programm initiative ausstellung
konferenz tagung seminar buch film lied reihe serie artikel broschüre begriff begriffe wort
wörter schlagwort konzept prinzip grundsatz gruppe kategorie name titeln unter wanderausstellung
banner plakat schild transparent tafel aufkleber gedenktafel spruchband
"""

# Those of them that may also lead to somebody's words, if not right before the marks.
NAMING = ""

HE = "er"
SHE = "sie"
# Whoever was named last, as a phrase.
LATTER = "der letztere; die letztere"
THEY = "beide"
HIM = "ihm"
HER = "ihr"
IT = "es"
FIRST_PERSON = "ich wir uns unser unsere unseren unserem unserer mein meine mich mir"

ARTICLES = (
    "der die das des dem den ein eine einer eines sein seine ihr ihre dieser diese unser unsere "
    "beim vom zum zur"
)
AND = "und & sowie"

# Between an office and what it is in charge of, and between that and where.
OF = "der des von vom für"
BESIDE = "die dem den im in am an bei beim zum zur"
THAT = "dass daß wie warum ob als während anlässlich"

# What a sentence goes on with after somebody's name and a comma.
RELATIVE = ""

# What opens a sentence before its main clause.
OPENINGS = """
zum zur nach vor während seit bis unter trotz bei anlässlich angesichts auf befragt gefragt
angesprochen darauf mit
"""

# What may stand right before an office, and is no part of it.
ALSO = """
auch heute gestern dann nun jetzt später schließlich selbst zudem ebenfalls dazu so sich neue neuer
neuen
"""

# Before an office that several hold, and before the person whose view follows.
NUMBERS = "zwei drei vier beide beiden"
VIEWS = """
für laut so ansicht meinung auffassung einschätzung angaben worten überzeugung wie sicht augen
aussage aussagen urteil darstellung
"""

# Before a name and not part of it.
HONORIFICS = """
herr herrn frau dr dr. prof prof. dipl.-ing. ing. mag. exzellenz s.e. i.e. pfarrer pater
schwester bruder sir graf gräfin freiherr h.c. dr.-ing. rer. nat phil. jur.
"""
MALE = """
herr herrn pater bruder graf freiherr könig landeshauptmann kaufmann feuerwehrmann obmann vater
sohn ehemann witwer
"""
FEMALE = """
frau schwester gräfin königin landeshauptfrau kauffrau feuerwehrfrau obfrau mutter tochter ehefrau
witwe ärztin
"""

# What may stand between an office and a name, and between a person and a verb of saying.
ROLE_TAIL = "a.d. i.r. emeritus emerita"
AUXILIARIES = "hat haben hatte ist sind wurde"

# Endings of an office held by women, and all that an office may end in beside its own.
FEMININE = "in innen"
ENDINGS = "in innen s es n en"

# Nouns for an office or an occupation, without the "in" and "innen" of women; the end of a
# compound is looked up too ("Außenministerin").
ROLES = """
minister ministers ministern premier premierminister vizepremierminister ministerpräsident
präsident präsidenten vizepräsident vorsitzende vorsitzender vorsitzenden vorstand vorständin
kovorsitzende obmann obfrau kanzler vizekanzler sekretär sekretäre staatssekretär generalsekretär
kommissar kommissare kommissars direktor direktoren generaldirektor senator senatoren abgeordnete
abgeordneter abgeordneten parlamentarier vertreter vertretern gouverneur bürgermeister
bürgermeistern oberbürgermeister schöffe landrat landrätin stadtrat stadträtin bundesrat
bundesrätin botschafter konsul generalkonsul gesandte gesandter delegierte beauftragte
beauftragter beauftragten sprecher sprechern leiter chef chefin chefs ceo boss geschäftsführer
geschäftsführende hauptgeschäftsführer gründer mitgründer koordinator berater experte expertin
experten analyst analystin forscher wissenschaftler wissenschaftlern ökonom professor professoren
dozent rektor dekan lehrer arzt ärztin pfleger pflegerin richter staatsanwalt staatsanwältin
anwalt anwältin rechtsanwalt notar ombudsmann ombudsfrau inspekteur kommandeur general admiral
hauptmann major leutnant kurator redakteur chefredakteur journalist autor schriftsteller
historiker künstler architekt ingenieur landwirt inhaber unternehmer mitglied mitglieder
vorstandsmitglied kollege kollegin kollegen amtskollege amtskollegin amtskollegen amtsinhaber
referent berichterstatter verhandler schatzmeister ehrenamtliche student bewohner aktivist
entwickler könig königin prinz prinzessin papst bischof bischöfin erzbischof pfarrer pfarrerin
manager verwalter intendant leitung amtschef staatschef regierungschef parteichef fraktionschef
polizeichef konzernchef vorstandschef firmenchef chefarzt facharzt hausarzt tierarzt amtsarzt
wehrbeauftragte nationalrat nationalrätin ständerat ständerätin regierungsrat regierungsrätin
gemeinderat gemeinderätin kantonsrat kantonsrätin staatsrat staatsrätin rätin politiker regisseur
trainer kapitän soldat kommandant schauspieler sänger musiker schüler handwerker bäcker winzer
betreiber investor vorsteher dezernent beigeordnete beigeordneter kämmerer stifter preisträger
gewinner psychologe virologe biologe physiker chemiker mediziner soziologe theologe stellvertreter
propst superintendent apotheker hebamme tierärztin amtsleiter leiterin bürgermeisterin vorgänger
nachfolger archäologe archäologin astronom anthropologe botaniker klimatologe klimaforscher
kriminologe ökologe epidemiologe geograf geologe gletscherforscher immunologe linguist
mathematiker meteorologe neurologe onkologe paläontologe pathologe pharmakologe philosoph
psychiater seismologe statistiker therapeut toxikologe zoologe ethnologe germanist romanist
philologe doktorand promovend postdoktorand absolvent lehrling auszubildende auszubildender azubi
praktikant rentner pensionär witwe witwer überlebende überlebender zeuge zeugin nachbar nachbarin
mieter vermieter kundin pendler radfahrer organisator veranstalter initiator mitinitiator
mitstreiter mitbegründer begründer spender mäzen banker bankier händler kaufmann kauffrau metzger
fleischer köchin kellner gastwirt gastwirtin wirtin hotelier imker schäfer züchter förster
obstbauer gemüsebauer bäuerin landfrau bergführer hausmeister betreuer erzieher tagesmutter
lokführer schaffner matrose schiffer fährmann zimmermann tischler schreiner klempner elektriker
mechaniker mechatroniker techniker schweißer maurer dachdecker steinmetz goldschmied juwelier
buchhändler verleger bibliothekar archivar übersetzer dolmetscher kolumnist korrespondent
moderator produzent fotograf filmemacher drehbuchautor dramatiker illustrator karikaturist
bildhauer designer tänzer choreograf pianist geiger cellist organist kantor chorleiter fußballer
torwart stürmer schwimmer ruderer schiedsrichter ausbilder prüfer gutachter ermittler kommissarin
kriminalhauptkommissar polizist polizeisprecher feuerwehrmann feuerwehrfrau retter
rettungssanitäter sanitäter veteran astronaut zahnarzt oberarzt oberärztin zahnärztin hausärztin
krankenschwester krankenpfleger pflegekraft pflegedienstleiter sozialarbeiter programmierer
informatiker stadtplaner vermesser buchhalter kassierer kassenwart schatzmeisterin postbote
briefträger zusteller vorarbeiter aufseher steward kardinal äbtissin mönch nonne diakon dekanin
pastor pastorin imam rabbiner prediger missionar aktionär gesellschafter teilhaber präses
vizekanzlerin landeshauptmann landeshauptfrau landesrat landesrätin ministerialdirektor
ministerialrat staatsminister ressortchef ressortchefin amtschefin staatschefin regierungschefin
parteichefin fraktionschefin firmenchefin vereinschef vereinschefin abteilungschef teamchef
stationschef verbandschef verbandschefin gewerkschaftschef gewerkschafter gewerkschaftssekretär
betriebsrat betriebsrätin personalrat vermittler schlichter mediator richterin teamleiter
ansprechpartner dienststellenleiter hüttenwirt hüttenwirtin erbauer erfinder entdecker großmutter
großvater ehemann ehefrau augenzeuge augenzeugin anwohner urheber landammann stadtpräsident
gemeindepräsident bundeskanzler regierungspräsident diplomat magistrat diplomatin magistratin
dichter komponist lyriker jurist besitzer halter eigentümer passant tourist wanderer urlauber
teilnehmer passantin jährige jähriger jährigen erstautor mitautor koautor coautor hauptautor
studienautor restaurator bademeister hafenmeister laudator kabinettschef bauherr bauleiter
bauamtsleiter baudezernent wildhüter ranger lotse taucher hydrologe entomologe agronom
landschaftsarchitekt museumsleiter hüter jubilar jubilarin rivale rivalin abg. labg. bgm.
rentnerin pensionärin wehrführer verhandlungsführer reeder pächter
"""

# Nouns for somebody told of before by another office: "the politician".
STAND_INS = """
politiker politikerin magistratin magistrat forscher forscherin wissenschaftler wissenschaftlerin
autor autorin künstler künstlerin unternehmer unternehmerin diplomat diplomatin jurist juristin
ressortchef ressortchefin amtsinhaber amtsinhaberin preisträger preisträgerin jährige jähriger
jährigen
"""

# Ends of words for an occupation that may stand before a name, of fields that stand right behind
# an office ("Leiter Forschung"), and of countries there ("Präsident Frankreichs").
AGENT_ENDS = "chef chefin arzt ärztin er erin ist istin oge ogin eurin ent entin"
FIELD_ENDS = (
    "heit keit ung schaft wesen kunde technik kultur recht verkehr logie nomie umwelt politik"
)
PLACE_ENDS = "reichs lands iens burgs polens schwedens norwegens chinas japans kanadas"

# Capitalised words that belong to an office or a body, never to a person's name.
NOT_NAMES = """
der die das des dem den ein eine einer eines einem einen und oder aber wenn in im an am auf von
vom für mit bei beim durch aus nach über unter bis gegen während seit um zum zur vor als dies
diese dieser dieses er sie es wir ich ihr ihre sein seine unser unsere man wer was wo wann wie
warum hier dort heute gestern morgen montag dienstag mittwoch donnerstag freitag samstag sonntag
januar februar märz april mai juni juli august september oktober november dezember auch nicht kein
keine alle jede jeder viele mehr zuerst zudem außerdem jedoch schließlich daher so laut dabei
damit darüber hinaus gleichzeitig zugleich ministerium amt behörde ausschuss kommission rat
bundesrat bundestag landtag parlament senat kammer regierung bundesregierung staat staaten union
vereinte nationen königreich republik bund föderation agentur verband verein institut einrichtung
universität hochschule schule krankenhaus stiftung zentrum gruppe partei allianz koalition
organisation unternehmen bank fonds gericht armee polizei botschaft konferenz gipfel treffen forum
vertrag abkommen gesetz strategie programm projekt plan bericht kampagne netzwerk haus land
bundesland stadt gemeinde internationale internationalen nationale europäische europäischen
europäischer deutsche deutschen deutscher deutsches belgische belgischen französische
niederländische britische amerikanische österreichische schweizerische luxemburgische polnische
ukrainische russische chinesische föderale neue neuen große großen nord süd ost west deutschland
belgien europa österreich schweiz brüssel berlin wien bonn eu uno vn usa nato osze oecd paris
london genf straße platz palast museum theater presse pressemitteilung pressekontakt kontakt
information informationen hinweis redaktion embargo sperrfrist hintergrund gesundheit bildung
justiz handel wirtschaft energie klima klimaschutz umwelt verkehr landwirtschaft entwicklung
zusammenarbeit kultur tourismus arbeit soziales wohnen inneres asyl migration gleichstellung
renten haushalt wissenschaft forschung innovation digitalisierung digitales industrie sport jugend
familie finanzen verteidigung sicherheit äußeres auswärtiges auswärtigen angelegenheiten
verbraucherschutz senioren frauen rotes kreuz roten emerita emeritus mann vater mutter sohn
tochter enkel enkelin opa oma tante onkel freund freundin partner partnerin gatte gattin eltern
kinder dann danach zuvor anschließend später region brücke hafen bahnhof festival amtsgericht
landgericht bauzeit laufzeit dauer kosten beginn ende eintritt treffpunkt ort termin telefon
landkreis bezirk dazu hierzu dafür darauf
"""

# Words that are common in this language, and words that are in one it may be taken for.
FUNCTION_WORDS = """
aber alle als am auch auf aus bei beim bereits bis bundesregierung dabei damit das dass dazu daß
dem den der des deutsche die diese diesem diesen dieser dieses doch durch ein eine einem einen
einer eines er es europäischen für gegen gemeinsam haben hat hatte heute ich ihr ihre ihren ihrer
im ins ist jahr jahren kann können künftig mehr menschen ministerin mit müssen nach neue neuen
nicht noch nur oder regierung rund sagte schon sei sein seine seit sich sie sind sollen sowie um
und uns unser unsere unter vom von vor war waren weil weitere wenn werden wie wir wird wurde
wurden zu zudem zum zur zwischen über
"""
NEIGHBOURS_WORDS = "vun fir mat ass net huet gëtt och att det inte på og til ikke som"

# Around a text, phrases between semicolons: what it is, what announces its title (HEADLINES, and
# DESKS with the code of a place, as in "POL-XY:"), who gives it out and ends of compounds for that,
# until when it is kept, where it ends, and what stands below it.
RELEASE_LABELS = """
pressemitteilung; pressemeldung; presseinformation; presseinfo; pressenotiz; pressestatement;
presseerklärung; presseaussendung; medienmitteilung; medieninformation; medieninfo;
medienaussendung; medienmeldung; gemeinsame pressemitteilung; gemeinsame presseerklärung;
gemeinsame medienmitteilung; zur sofortigen veröffentlichung; zur sofortigen verwendung; zur
freien verwendung; zur sofortigen freigabe; presseeinladung; presseinladung; einladung an die
presse; einladung an die medien; einladung für die presse; medieneinladung; terminhinweis;
presseeinladung und terminhinweis; hinweis für die medien; hinweis an die redaktionen;
terminhinweis für die medien; pressehinweis; pressemitteilungen; pressemeldungen;
presseinformationen; medienmitteilungen; medieninformationen; presse-information;
presse-mitteilung; einladung zur berichterstattung; akkreditierungshinweis; information für die
medien; mitteilung an die medien; mitteilung an die presse; gemeinsame medieninformation;
einladung zum pressegespräch; einladung zum medientermin; redaktioneller hinweis; hinweis für
redaktionen; medien-information; medien-mitteilung; presse-info; medien-info; gemeinsame
presse-information; gemeinsame presseinformation; pm nr; amtliche mitteilung; pressedienst
"""
LABELS = """
pressemappe; gemeinsame erklärung; erklärung; meldung; zur veröffentlichung; einladung zur
pressekonferenz; einladung zum pressetermin; einladung; pressetermin; terminankündigung;
aktuelles; nachrichten; statement; rede; es gilt das gesprochene wort; ankündigung; presse; news;
newsroom; presseraum; pressezentrum; pressekonferenz; medien; aktuelle meldung; aktuelle
meldungen; kommuniqué; gemeinsames kommuniqué; abschlusskommuniqué; schlusskommuniqué;
abschlusserklärung; schlusserklärung; schlussdokument; polizeibericht; polizeimeldung; bericht;
eilmeldung; medienkonferenz; zusammenfassung; mitteilung; information; pressegespräch;
redemanuskript; aktuell; urteil; korrektur
"""
HEADLINES = "betreff; titel; überschrift; thema; betrifft; schlagzeile"
DESKS = "pol; bpol; bpoli; fw; hza; lpi; lka; bka; thw; pp; sta"
LETTERHEADS = """
ministerium für; ministerium der; ministerium des; bundesministerium; bundesministerium für; das
bundesministerium; auswärtiges amt; bundesregierung; staatskanzlei; senatskanzlei;
bundeskanzleramt; presse- und informationsamt; presseamt; pressestelle; pressereferat; pressebüro;
pressedienst; kabinett; kabinett des; kabinett der; regierung der; botschaft; botschaft von;
ständige vertretung; föderaler öffentlicher dienst; föd; landesregierung; europäische kommission;
referat; der senat von; stabsstelle kommunikation; ministerium; departement; departement für;
stadt; hansestadt; landeshauptstadt; gemeinde; kanton; landkreis; kreis; bezirk; land; freistaat;
universität; hochschule; institut; institut für; akademie; agentur; amt; amt für; behörde;
kommission; parlament; senat; bundesrat; der bundesrat; bundestag; deutscher bundestag; landtag;
rat der; rat des; gericht; polizei; feuerwehr; staatsanwaltschaft; regierungspräsidium;
bezirksregierung; sekretariat; generalsekretariat; exekutivsekretariat; direktion;
generaldirektion; generalkonsulat; verband; bund der; verein; union; gewerkschaft; kammer;
gesellschaft; stiftung; museum; klinikum; zentrum; forschungszentrum; dienst; e. v; e.v; gmbh; ag;
ggmbh; kommunikation; öffentlichkeitsarbeit; presse und kommunikation; kommunikation und
marketing; presse- und öffentlichkeitsarbeit; stabsstelle; bürgermeisteramt; magistrat der;
regierung; organisation; gemeinschaft; konföderation; liga; nationalbank; zentralbank;
kriminalpolizei; kreistag; städtetag; gemeindetag; landkreistag; generalstaatsanwaltschaft
"""
LETTERHEAD_TAILS = """
ministerium; amt; gericht; gerichtshof; rat; kanzlei; verwaltung; behörde; verband; verein;
hochschule; universität; präsidium; direktion; inspektion; gewerkschaft; gesellschaft;
genossenschaft; stiftung; kammer; dienst; dienste; institut; anstalt; regierung; klinik; klinikum;
zentrum; polizei; wehr; bund; kommission; agentur; bank; museum; stadt; kreis; departement;
gemeinde; gemeinschaft; vertretung; stelle; werk; konferenz
"""
EMBARGO = """
embargo; sperrfrist; sperrvermerk; unter embargo; frei ab; freigegeben ab; frei zur
veröffentlichung ab; freigabe ab; nicht veröffentlichen vor; nicht zur veröffentlichung vor;
veröffentlichung nicht vor; veröffentlichung frei ab; strenge sperrfrist; strikte sperrfrist; es
gilt eine sperrfrist; diese mitteilung unterliegt einer sperrfrist; achtung sperrfrist; bitte
sperrfrist beachten; gesperrt bis; mit sperrfrist; mit sperrfrist bis; unter striktem embargo; frei
zur veröffentlichung am; freigabe; bitte nicht vor dem
"""
UNTIL = "bis; bis zum; vor; ab; endet; gilt; läuft; am"
EMBARGO_UNTIL = "embargo bis; sperrfrist bis; sperrfrist endet; sperrfrist gilt; sperrfrist läuft"
EMBARGO_ASKED = """
nicht zur veröffentlichung vor; nicht vor … veröffentlichen; nicht vor … verbreiten; gesperrt bis;
unter embargo bis; unter striktem embargo; sperrfrist bis; sperrfrist beachten; sperrfrist zu
beachten; sperrfrist einhalten; sperrfrist einzuhalten; vor … nicht veröffentlichen; vor … nicht
verbreiten; vor … nicht veröffentlicht; erst ab … veröffentlichen
"""
RELEASED_AT = """
zur veröffentlichung am; veröffentlichung am; frei am; freigegeben am; veröffentlichung erst ab;
veröffentlichung ab; erst ab; vertraulich bis; zu veröffentlichen ab; nicht zu verwenden vor
"""
NO_EMBARGO = (
    "keine sperrfrist; kein embargo; ohne sperrfrist; sperrfrist keine; sperrfrist aufgehoben"
)
GREETINGS = """
liebe kolleginnen; liebe kollegen; liebe kolleginnen und kollegen; sehr geehrte redaktion; sehr
geehrte damen und herren; sehr geehrte kolleginnen; sehr geehrte journalistinnen; liebe redaktion;
liebe redaktionen; liebe journalistinnen; guten tag
"""
COVERING = """
anbei finden sie; anbei erhalten sie; anbei senden wir; nachstehend finden sie; im anhang finden
sie; im folgenden finden sie; untenstehend finden sie; beigefügt finden sie; anbei unsere
"""
ENDS = "ende; schluss; ende der mitteilung; ende der pressemitteilung; ende der meldung"
NOTES = """
hinweis für die redaktion; hinweise für die redaktion; hinweis an die redaktion; hinweise an die
redaktion; hinweis für redaktionen; hinweise für redaktionen; hinweis an die redaktionen; achtung
redaktion; achtung redaktionen; an die redaktionen; anmerkung für die redaktion; anmerkungen für
die redaktion; anmerkung der redaktion; hinweis der redaktion; redaktioneller hinweis;
redaktionelle hinweise; hintergrund; hintergrundinformation; hintergrundinformationen; zum
hintergrund; weitere informationen; weitere information; weitere infos; weiterführende
informationen; weiterführende links; mehr; mehr informationen; mehr dazu; links; nützliche links;
anhang; anlage; anlagen; siehe auch; für weitere informationen; zusatzinformationen; anmerkungen;
anmerkung
"""
ABOUT = "über; über die; über den; über das; über uns"
CONTACTS = """
pressekontakt; pressekontakte; kontakt; kontakte; medienkontakt; medienkontakte; kontakt für die
presse; kontakt für die medien; kontakt für medien; kontakt für journalisten; kontakt für
rückfragen; kontakt für presseanfragen; presseanfragen; medienanfragen; rückfragen;
rückfragehinweis; rückfragen an; für rückfragen; bei rückfragen; ansprechpartner;
ansprechpartnerin; ansprechpartner für die presse; ansprechpartner für die medien;
ansprechpersonen; ansprechperson; pressesprecher; pressesprecherin; pressestelle; presseteam;
sprecher; sprecherin; auskunft; auskünfte; nähere auskünfte; kontaktdaten; kontaktperson;
kontaktpersonen; interviewanfragen; pressebüro; für weitere auskünfte
"""
PHONE = """
telefon; tel; telefonnummer; mobil; mobiltelefon; handy; durchwahl; fon; festnetz; rufnummer
"""
EMAIL = "e-mail; email; mail; e-mail-adresse; mailadresse"

# Days: words before the number of an issue, beside the day of publication and that of the last
# change, words that point to one, words of an invitation, where such days are to come, months as
# Django does not write them, and the hours and zones of an embargo.
ISSUES = "nr; nummer; ausgabe; folge"
PUBLISHED = """
datum; veröffentlicht; veröffentlicht am; veröffentlichung; erschienen am; erscheinungsdatum;
stand; aktualisiert am; den; der; am; vom; ausgabe; uhr; um; nr; nummer; az; aktenzeichen;
ausgegeben am; geschehen zu; zu; letzte aktualisierung; zuletzt aktualisiert; letzte änderung;
aktualisierung; erstellt am; erstellt; datum der veröffentlichung; veröffentlichungsdatum;
freigegeben am; eingestellt am; erschienen; eingestellt; ausgegeben; freigegeben; aktualisiert;
geändert; geändert am; lesezeit; gegeben zu
"""
UPDATED = """
aktualisiert am; aktualisiert; letzte aktualisierung; zuletzt aktualisiert; letzte änderung;
aktualisierung; geändert am; zuletzt geändert
"""
TODAY = "heute; heutige; heutigen; heute morgen; heute abend; heute vormittag"
YESTERDAY = "gestern; gestrigen; gestrige; gestern abend"
TOMORROW = "morgen; morgigen; morgige"
SOME_DAY = """
letzte woche; vergangene woche; vergangenen woche; letzten monat; vergangenen monat; letztes jahr;
vergangenen jahr; nächste woche; kommende woche; kommenden woche; nächsten monat; nächstes jahr;
nächsten jahr; kürzlich; jüngst; jüngste; jüngsten; demnächst; bald; diese woche; dieser woche; im
frühjahr; im herbst; im sommer; bevorstehenden
"""
INVITING = """
einladung; presseeinladung; medieneinladung; presseinladung; terminhinweis; lädt; laden; einladen;
eingeladen; einzuladen; pressetermin
"""
THIS = "diesen; am heutigen; an diesem; heutigen"
MONTH_VARIANTS = {"jänner": 1, "feber": 2, "sept": 9, "okt": 10, "dez": 12}
HOURS = {"mittag": 12, "mitternacht": 0}
ZONES = {
    "brüsseler zeit": "Europe/Brussels",
    "deutscher zeit": "Europe/Berlin",
    "berliner zeit": "Europe/Berlin",
    "londoner zeit": "Europe/London",
    "pariser zeit": "Europe/Paris",
    "mez": "CET",
    "mesz": "CEST",
}

# Meetings, what may be one, and ends of compounds (MEETING_TAILS); how one is held; and what is
# one without the name: what one or two persons do, who gathers or is received being told by
# office alone (GATHERING_VERBS, GUEST_VERBS, VISITORS), opening something (BUILDINGS), a
# committee sitting, and announcing in COMPANY. "…" stands for the words between two.
MEETINGS = """
treffen; ministertreffen; gipfeltreffen; gipfel; gipfels; eu-gipfel; nato-gipfel; tagung;
konferenz; ministerkonferenz; pressekonferenz; anhörung; besuch; besuchs; besuches; arbeitsbesuch;
staatsbesuch; antrittsbesuch; feierstunde; festakt; zeremonie; eröffnungsfeier; symposium; runder
tisch; runden tisch; generalversammlung; vollversammlung; arbeitsgespräch; unterredung; begegnung;
arbeitsessen; arbeitsfrühstück; gedenkfeier; gedenkveranstaltung; delegationsreise; kolloquium;
pressetermin; pressegespräch; videokonferenz; plenartagung; plenarsitzung; preisverleihung;
fachgespräch; spitzengespräch; auftaktveranstaltung; grundsteinlegung; spatenstich; europäischer
rat; europäischen rat; agrarrat; agrarrates; fischereirat; umweltrat; verkehrsministerrat;
energierat; wettbewerbsrat; ecofin-rat; rat für auswärtige angelegenheiten; eurogruppe
"""
OCCASIONS = """
eröffnung; empfang; forum; seminar; workshop; sitzung; konsultationen; gespräch; gespräche;
gesprächen; dialog; ausstellung; veranstaltung; mission; reise; unterzeichnung; messe; verleihung;
kongress; versammlung; einweihung; feier; webinar; telefonat; telefongespräch; tag der offenen
tür; mittagessen; abendessen; frühstück; rundgang; vereidigung; übergabe
"""
MEETING_TAILS = """
konferenz; konferenzen; treffen; treffens; tagung; sitzung; gipfel; gipfels; versammlung; feier;
besuch; besuchs; anhörung; veranstaltung; gespräch; gespräche; gesprächs; kongress; kongresses
"""
INDEFINITE = "ein; eine; einer; einem; einen; eines"
FOLLOWED_BY = """
der; des; von; vom; zum; zur; zu; über; mit; mit dem; mit der; zwischen; für; für die; gegen; in
"""
HELD = """
traf; trafen; trifft; treffen; getroffen; nahm; nahmen; nimmt; nehmen; teilgenommen; teilnehmen;
teilnahm; teilnahmen; empfing; empfingen; empfängt; empfangen; besuchte; besuchten; besucht;
besuchen; reiste; reist; reisen; gereist; fand; fanden; findet; finden; stattgefunden;
stattfindet; statt; tagte; tagten; tagt; tagen; eröffnete; eröffnet; eröffnen; eröffneten;
unterzeichnete; unterzeichneten; unterzeichnet; unterzeichnen; organisierte; organisiert;
veranstaltete; veranstaltet; veranstalten; lädt; laden; lud; eingeladen; einladen; vertrat;
vertreten; vertritt; leitete; leitet; leiteten; leiten; geleitet; zusammengekommen; weihte;
eingeweiht; sprach; sprachen; hielt; hielten; abgehalten; vor beginn; anlässlich; am rande; zum
abschluss; zum auftakt; zum ende; am ende; im anschluss an; im
rahmen; bei der; beim; auf der; auf dem; beginnt; begann; kamen … zusammen; kommen … zusammen;
richtete … aus; richtet … aus; führte … durch; durchgeführt; wird vorgestellt; zusammentraf;
zusammentrafen; kam zusammen; kamen zusammen; treffen sich; trafen sich; traf sich; einzuladen;
hat … empfangen
"""
MEETING_VERBS = """
traf; trafen; trifft; treffen sich; hat … getroffen; haben … getroffen; besuchte; besuchten;
besucht; hat … besucht; haben … besucht; führte gespräche; führten gespräche; sprach mit;
telefonierte mit; unterzeichneten; unterzeichnen; haben … unterzeichnet; weihte … ein; reiste
nach; reist nach; kamen … zusammen; kommen … zusammen; tauschte sich … aus; überreichte …
beglaubigungsschreiben; überreichten … beglaubigungsschreiben; überreicht …
beglaubigungsschreiben; hat … beglaubigungsschreiben überreicht; übergab … beglaubigungsschreiben;
nahm … beglaubigungsschreiben; nimmt … beglaubigungsschreiben; tagte; tagten; hat … telefoniert;
haben … telefoniert; haben … eingeweiht; hat … eingeweiht; trafen sich; traf sich; empfing … zum
gespräch; reist … nach; reiste … nach; ist … nach … gereist; hat sich … informiert; haben sich …
informiert; informierte sich; informierten sich; machte sich … ein bild; machten sich … ein bild;
hat sich … ein bild … gemacht; haben sich … ein bild … gemacht; überzeugte sich; besichtigte;
besichtigten; besichtigt; hat … besichtigt; haben … besichtigt; legte … grundstein; legten …
grundstein; hat … grundstein … gelegt; haben … grundstein … gelegt; legte … kranz; legten … kranz;
hat … kranz … niedergelegt; haben … kranz … niedergelegt; ersten spatenstich; durchschnitt … band;
zu gast bei; zu besuch bei; war … zu gast; war … zu besuch; überreichte … förderbescheid; übergab
… förderbescheid; hat … förderbescheid … übergeben; hat … förderbescheid … überreicht; haben …
förderbescheid … übergeben; pflanzte … baum; pflanzten … baum; hat sich … getroffen; haben sich …
getroffen; tauschten sich … aus; hat sich … ausgetauscht; haben sich … ausgetauscht
"""
RECEIVING_VERBS = """
empfing; empfingen; empfängt; empfangen; hat … empfangen; begrüßte; begrüßt; eröffnete;
eröffneten; eröffnet; hat … eröffnet; haben … eröffnet; haben … empfangen; überreichte;
überreichten; überreicht; hat … überreicht; haben … überreicht; übergab; übergaben; hat …
übergeben; haben … übergeben; händigte … aus; hat … ausgehändigt; zeichnete … aus; hat …
ausgezeichnet; haben … ausgezeichnet; verlieh; hat … verliehen; vereidigte; hat … vereidigt; in …
amt … eingeführt; hat … ernennungsurkunde; gaben … frei; haben … freigegeben; hat … mit …
gesprochen; haben … mit … gesprochen; sprach … mit; sprachen … mit; unterzeichnete; hat …
unterzeichnet; gab … frei
"""
GUEST_VERBS = "empfing; empfingen; empfängt; hat … empfangen; haben … empfangen"
VISITORS = """
delegation; delegationen; botschafter; botschafterin; amtskollegen; amtskollegin; amtskollege;
staatsoberhaupt; staatsoberhäupter; regierungschef; regierungschefin; ministerpräsidenten;
ministerpräsidentin; präsidenten; präsidentin; minister; ministerin; außenminister;
außenministerin; könig; königin; bürgermeister; bürgermeisterin; gesandten; sondergesandten;
generalsekretär; kommissar; kommissarin; abgeordnete; vertreter; vertreterinnen; gäste;
preisträger; preisträgerinnen; sportler; ministerinnen; botschafterinnen; präsidentinnen;
amtskolleginnen
"""
GATHERING_VERBS = """
trafen sich; treffen sich; haben sich … getroffen; kamen … zusammen; kommen … zusammen;
zusammengekommen; zusammenkommen; tagten; versammelten sich; haben sich … versammelt
"""
OPENING_VERBS = """
eröffnete; eröffneten; eröffnet; eröffnen; hat … eröffnet; haben … eröffnet; wird … eröffnen; hat
… eingeweiht; haben … eingeweiht; weihte … ein; weihten … ein; weiht … ein; hat … freigegeben;
haben … freigegeben; gab … frei; gaben … frei; hat … enthüllt; haben … enthüllt; enthüllte;
enthüllten; enthüllt; hat … in betrieb genommen; haben … in betrieb genommen; nahm … in betrieb;
nahmen … in betrieb; hat … ihrer bestimmung übergeben; haben … ihrer bestimmung übergeben; hat …
seiner bestimmung übergeben; haben … seiner bestimmung übergeben; gibt … frei; geben … frei; nimmt
… in betrieb; nehmen … in betrieb; übergibt … verkehr; übergab … verkehr
"""
OPENED = """
ist … eröffnet worden; wurde … eröffnet; wird … eröffnet; wurden … eröffnet; ist … eingeweiht
worden; wurde … eingeweiht; wird … eingeweiht; wurde … enthüllt; wird … enthüllt; ist … enthüllt
worden; wurde … freigegeben; wird … freigegeben; ist … freigegeben worden; wurde … ihrer
bestimmung übergeben; wurde … seiner bestimmung übergeben; wurde … in betrieb genommen; ist … in
betrieb genommen worden
"""
BUILDINGS = """
flügel; trakt; gebäude; haus; bau; neubau; anbau; brücke; straße; strasse; umfahrung; umgehung;
tunnel; weg; bibliothek; bücherei; theater; zentrum; klinik; kita; krippe; schule; labor;
ausstellung; messe; festival; terminal; strecke; schleuse; damm; wehr; fabrik; park; garten; bad;
halle; stadion; denkmal; mahnmal; gedenkstätte; gedenktafel; statue; museum; galerie; wache;
revier; leuchtturm; botschaft; konsulat; unterkunft; reservat; spielplatz; siedlung; wohnungen;
campus; archiv; depot; kai; mühle; kirche; saal; anlage; standort; wohnheim; feuerwehrhaus;
bahnhof; schau; abschnitt; erweiterung; hafen; flughafen; universität; krankenhaus; rathaus;
schloss; palast; grenzübergang; dorf; gedenkstein; stele; friedhof; ehrenmal; umgehungsstraße
"""
SITTING_VERBS = """
annahm; nahm … an; passierte; passiert; beschloss; hat … beschlossen; haben … beschlossen; beriet;
hat … beraten; behandelte; hat … behandelt; hörte; hat … gehört; hat … angehört; befasste sich;
hat sich … befasst; debattierte; diskutierte; billigte; hat … gebilligt; tagte; hat … getagt;
verabschiedete; hat … verabschiedet; befragte; stimmte; ist … zusammengetreten; trat … zusammen;
tritt … zusammen; kam … zusammen; ist … zusammengekommen
"""
ANNOUNCING_VERBS = """
kündigte … an; kündigten … an; hat … angekündigt; haben … angekündigt; gab … bekannt; gaben …
bekannt; hat … bekannt gegeben; haben … bekannt gegeben; hat … vorgestellt; haben … vorgestellt;
stellte … vor; stellten … vor; präsentierte; präsentierten; hat … präsentiert; haben … präsentiert
"""
COMPANY = """
gemeinsam mit; zusammen mit; an der seite von; im beisein von; im beisein des; im beisein der; in
anwesenheit von; in begleitung von; begleitet von
"""
VIRTUAL = """
virtuell; virtuelle; virtuellen; virtuelles; virtueller; online; digital; digitale; digitalen;
digitales; digitaler; hybride; hybriden; hybrides
"""
ONLINE = """
virtuell; online; per video; videokonferenz; per videokonferenz; per videoschalte; videoschalte;
videoschaltkonferenz; webinar; zoom; microsoft teams; webex; per livestream; zugeschaltet;
telefonkonferenz; als hybridveranstaltung; videotelefonat; videolink; per videolink; per
videoverbindung; videoverbindung; online zugeschaltet; per video zugeschaltet; videozuschaltung;
hybrid; telefonisch
"""
RESTRICTED = """
im kleinen kreis; im engen kreis; im engeren kreis; eingeschränktes format; im eingeschränkten
format; in eingeschränktem format; in kleinem format; hinter verschlossenen türen;
nichtöffentlich; nicht öffentlich; nichtöffentliche; nichtöffentlichen; nicht-öffentliche;
geschlossene sitzung; geschlossener sitzung; unter ausschluss der öffentlichkeit; nicht
presseöffentlich; in kleiner runde
"""

# Who chairs a meeting, with whom, who is there, and who is not.
CHAIR = """
leitete; leiteten; leitet; leiten; führte … den vorsitz; führten … den vorsitz; führt … den
vorsitz; führen … den vorsitz; den vorsitz führte; den vorsitz führten; den vorsitz führt; hatte …
den vorsitz; hatten … den vorsitz; hat … den vorsitz; den vorsitz hatte; den vorsitz hat; übernahm
… den vorsitz; übernimmt … den vorsitz; übernahmen … den vorsitz; den vorsitz übernahm; den
vorsitz übernimmt; hat … geleitet; haben … geleitet; wird … leiten; werden … leiten; saß … vor;
sitzt … vor; führte … den co-vorsitz; führten … den co-vorsitz; führte … den ko-vorsitz; führten …
den ko-vorsitz; führten gemeinsam den vorsitz; von … geleitet; den vorsitz … führte; den vorsitz …
führten; den vorsitz … führt; den vorsitz … hatte; den vorsitz … hat; den vorsitz … hatten; den
vorsitz … übernahm; den vorsitz … übernimmt; hat … den vorsitz übernommen; haben … den vorsitz
übernommen; haben … den vorsitz geführt; hat … den vorsitz geführt; wird … den vorsitz führen;
werden … den vorsitz führen; unter ihrem vorsitz; unter seinem vorsitz
"""
CHAIRED_BY = """
unter dem vorsitz von; unter vorsitz von; unter vorsitz des; unter vorsitz der; unter dem vorsitz
des; unter dem vorsitz der; unter dem gemeinsamen vorsitz von; unter gemeinsamem vorsitz von;
unter dem ko-vorsitz von; unter dem co-vorsitz von; unter der leitung von; unter leitung von;
unter leitung des; unter leitung der; geleitet von; den vorsitz führten; vorsitzende der sitzung;
geleitet … von; unter der gemeinsamen leitung von; unter gemeinsamer leitung von; unter der
leitung des; unter der leitung der; unter führung von; vorsitzender war; vorsitzende war
"""
CHAIR_WITH = "gemeinsam mit; zusammen mit; an der seite von"
WITH = "mit"
JOINED = """
nahm; nahmen; nimmt; nehmen; teilgenommen; teilnehmen; teilnahm; teilnahmen; teilnehmer;
teilnehmende; teilnehmerinnen; anwesend; in anwesenheit von; in anwesenheit des; in anwesenheit
der; im beisein von; im beisein des; im beisein der; begleitet von; gemeinsam mit; zusammen mit;
vertreten durch; vertrat; traf; trafen; trifft; getroffen; empfing; empfängt; empfingen; begrüßte;
begrüßt; besuchte; besuchten; referenten; redner; rednerinnen; gäste; ehrengäste; delegation;
unterzeichnete; unterzeichneten; unterzeichnet; unterzeichner; eröffnete; eröffnet; amtskollege;
amtskollegin; amtskollegen; amtskolleginnen; sprach; sprachen; rede; ansprache; grußwort; teil;
dankte; wird teilnehmen; werden teilnehmen; hält; halten; mit dabei; moderierte; vertreten;
eröffnen; wird eröffnen; spricht; unter teilnahme von; auf einladung von; auf einladung des; auf
einladung der; begrüßen; zugeschaltet; begleitet; begleitete; begleiten; moderiert; überreichte;
überreicht; setzten; setzte; gesetzt; angeführt; überreichten; empfangen; führte; nimmt teil; an
der spitze; berichtete; berichteten; vortrag; vorträge; impuls; impulse; wurde vertreten; mit von
der partie; zeigte; zeigten; führte … durch; gehört; angehört; ausgezeichnet
"""
ABSENT = """
abwesend; verhindert; war nicht anwesend; nicht anwesend; nicht dabei; in abwesenheit von; in
abwesenheit des; in abwesenheit der; ließ sich entschuldigen; entschuldigt; konnte nicht
teilnehmen; konnte … nicht teilnehmen; nahm nicht teil; nahm … nicht teil; in einer botschaft; in
einer videobotschaft; in einem schreiben; in einem brief; ließ sich … entschuldigen; lässt sich
entschuldigen; ließ sich vertreten; ließ sich … vertreten; schickte eine botschaft; schickte eine
videobotschaft; sandte ein grußwort; schickte ein grußwort
"""

# Where it is, and what may be named with its town; and the lines of an invitation.
PLACE_BEFORE = "in"
SITES = """
hafen; stadt; gemeinde; dorf; schloss; palast; flughafen; universität; museum; provinz; region;
bezirk; krankenhaus; hauptquartier; bahnhof; stützpunkt; lager; insel; tal; rathaus; schule; werk;
grenzübergang; hauptstadt; kreis
"""
TRAVELLING = """
besuch in; reise nach; reiste nach; reist nach; antrittsbesuch in; delegationsreise nach; reist …
nach; reiste … nach; staatsbesuch in; arbeitsbesuch in; delegationsreise in; besucht; besuchte; zu
gast in; zu besuch in
"""
NOT_PLACES = """
anwesenheit; zusammenarbeit; zukunft; höhe; bezug; kraft; hinblick; form; folge; richtung;
anspruch; jahren; jahr; kooperation; abstimmung; verbindung; begleitung; vertretung; ordnung;
betrieb; planung; person; rahmen; teilen; bereichen; zeiten; fragen; sachen; reaktion; ergänzung;
anlehnung; gegenwart; partnerschaft; kürze; sicht; summe; zahlen; januar; februar
"""
WHEN = """
wann; termin; datum; datum und uhrzeit; zeit; uhrzeit; beginn; tag; wann?; datum/uhrzeit; datum,
uhrzeit; zeit und ort; start; tag und uhrzeit; zeitpunkt
"""
WHERE = """
wo; ort; veranstaltungsort; adresse; wo?; treffpunkt; adresse der veranstaltung; tagungsort;
konferenzort; anschrift
"""
WHO = """
wer; mit; teilnehmer; teilnehmende; referenten; redner; gäste; podium; anwesend; wer?;
gesprächspartner; es sprechen
"""

# Nouns are written together: an office may be the end of a longer word.
COMPOUNDS = True
