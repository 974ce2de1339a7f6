"""English: words by which a release is read. Plain data: words in lower case, between spaces."""

# Verbs of saying, in the forms that stand beside the name of a speaker.
SAYING = """
said says say saying stated states state stating added adds add adding explained explains explain
explaining noted notes note noting stressed stresses stress stressing emphasised emphasises
emphasise emphasising emphasized emphasizes emphasize emphasizing underlined underlines underline
underlining underscored underscores underscore underscoring highlighted highlights highlight
highlighting commented comments comment commenting remarked remarks remark remarking declared
declares declare declaring announced announces announce announcing told tells tell telling
continued continues continue continuing concluded concludes conclude concluding insisted insists
insist insisting argued argues argue arguing warned warns warn warning urged urges urge urging
asked asks ask asking replied replies reply replying answered answers answer answering responded
responds respond responding reacted reacts react reacting observed observes observe observing
recalled recalls recall recalling reminded reminds affirmed affirms affirm affirming reaffirmed
reaffirms reaffirm reiterated reiterates reiterate reiterating repeated repeats repeat repeating
confirmed confirms confirm confirming claimed claims claim claiming admitted admits admit
admitting acknowledged acknowledges acknowledge acknowledging believes believed thinks thought
wrote writes write writing tweeted tweets posted posts reads pointed points quipped joked boasted
exclaimed whispered shouted vowed vows pledged pledges promised promises predicted predicts
suggested suggests suggest proposed proposes demanded demands complained complains objected
objects countered counters conceded concedes asserted asserts assert maintained maintains maintain
contended contends testified testifies elaborated elaborates clarified clarifies cautioned
cautions enthused enthuses lamented laments mused summarised summarises summarized summed echoed
echoes agreed agrees agree disclosed revealed reveals hoped hopes praised praises welcomed
welcomes began begins opined mentioned mentions expressed expresses applauded hailed hails quoted
according proclaimed proclaims cited cites recounted recounts remembered remembers reflected
reflects retorted reassured reassures signalled signals specified specifies wondered wonders
worried cried advised advises alleged appealed appeals challenged charged cheered complimented
detailed details indicated indicates informed instructed interjected offered outlined outlines
pleaded pleads protested recommended recommends requested ruled shared shares spelled swore
thundered tweeting grinned grins smiled smiles laughed laughs sighed feared fears vouched bragged
chuckled deplored deplores regrets regretted denies denied denying rejected dismissed dismisses
confided confides confessed confesses allowed ventured ventures reasoned reasons reckoned reckons
estimated estimates concurred concurs chimed interrupted groaned snapped beamed marvelled
recounting reported reports narrated boasts jokes quips exclaims whispers hinted hints implied
implies stipulated theorised speculated speculates defended defends enquired inquired inquires
begged begs implored implores teased winked paraphrased commended commends congratulated
congratulates thanked thanks declined deadpanned gushed volunteered spoke speaks speaking spoken
describes described describing branded deemed deems considers considered sees saw views viewed
likened likens called calls
"""

# Those of them behind which stands who listens, and never who speaks.
TELLING = "told tells tell telling"

# Verbs of what somebody did with words; a quotation may follow in the next sentence.
REACTING = """
welcomed welcomes thanked thanks praised praises hailed hails applauded applauds commended
commends congratulated congratulates criticised criticises criticized criticizes condemned
condemns deplored deplores regretted regrets expressed expresses called calls paid pays
addressed addresses spoke speaks greeted greets opened opens defended defends supported
supports rejected rejects reflected outlined outlines discussed discusses was is voted
"""

# Nouns for a text that follows: "Following is the Minister's statement:".
STATEMENTS = """
quote quotes
statement statements remarks remark speech address message comment comments testimony letter
words reaction response declaration tribute foreword answer reply intervention tweet
"""

# Words beside a title, a term or a motto in quotation marks.
TERMS = """
called so-called titled entitled named dubbed known nicknamed labelled labeled termed motto
slogan theme title report campaign project programme program initiative study exhibition
conference seminar book film song series article brochure label term word phrase
hashtag category group scheme principle concept banner name project placard placards sign poster
plaque sticker t-shirt billboard
"""

# Those of them that may also lead to somebody's words, if not right before the marks.
NAMING = "called calls"

HE = "he"
SHE = "she"
# Whoever was named last, as a phrase.
LATTER = "the latter"
THEY = "they both"
HIM = "him"
HER = "her"
IT = ""
FIRST_PERSON = "i we our my us me ours mine i'm i’m we're we’re i've we've we’ve i’ve"

ARTICLES = "the a an this our his her their its both these"
AND = "and &"

# Between an office and what it is in charge of, and between that and where.
OF = "of for"
BESIDE = "to at in on with within from responsible"
THAT = "that how why whether who which where while when as"

# What a sentence goes on with after somebody's name and a comma.
RELATIVE = "who"

# What opens a sentence before its main clause.
OPENINGS = """
after before during following since until under while despite by speaking commenting asked
questioned pressed quizzed challenged responding reacting replying answering
"""

# What may stand right before an office, and is no part of it.
ALSO = """
also today yesterday then now later meanwhile finally even only new newly
"""

# Before an office that several hold, and before the person whose view follows.
NUMBERS = "two three four both"
VIEWS = "for according in words view opinion eyes"

# Before a name and not part of it.
HONORIFICS = """
baroness baron viscount count countess earl duke duchess mayor-elect
mr mr. mrs mrs. ms ms. miss mx mx. sir dame lord lady dr dr. prof prof. rev rev. hon hon.
honourable honorable excellency rt right hrh hm h.e. h.e fr. sr. st. father sister brother
rabbi imam bishop archbishop king queen prince princess madam
"""
MALE = "mr mr. sir lord king prince father brother chairman spokesman congressman"
FEMALE = "mrs mrs. ms ms. miss dame lady queen princess sister chairwoman spokeswoman"

# What may stand between an office and a name, and between a person and a verb of saying.
ROLE_TAIL = "general elect emeritus designate emerita"
AUXILIARIES = "has have had also today then is are was were later"

# Nouns for an office or an occupation; the last word of a compound is looked up too.
ROLES = """
minister ministers premier cllr president presidents vice-president chancellor secretary
secretaries undersecretary under-secretary secretary-general commissioner commissioners director
directors director-general chair chairs co-chair co-chairs chairman chairmen chairwoman
chairperson co-chairman senator senators sen sen. sens. representative representatives rep rep.
reps. congressman congresswoman mp mps mep meps member members governor governors gov. mayor
mayors alderman councillor councillors councilor deputy deputies speaker leader leaders whip
ambassador ambassadors consul consul-general envoy delegate attaché counsellor
permanent-representative spokesperson spokesman spokeswoman spokespersons head heads chief chiefs
ceo cfo coo cto officer officers manager managers executive founder co-founder coordinator
co-ordinator adviser advisers advisor advisors expert experts analyst researcher researchers
scientist economist professor professors lecturer rector dean provost principal teacher doctor
physician surgeon nurse judge justice prosecutor attorney lawyer solicitor barrister ombudsman
auditor inspector superintendent constable sheriff commander general admiral colonel captain major
lieutenant sergeant brigadier marshal curator editor journalist author writer historian artist
architect engineer farmer owner operator entrepreneur businessman businesswoman partner
counterpart counterparts colleague rapporteur negotiator treasurer trustee patron warden
administrator controller comptroller registrar chaplain volunteer student resident campaigner
activist developer boss king queen prince princess pope bishop archbishop politician lawmaker
lawmakers singer actor actress filmmaker coach firefighter biologist virologist sociologist
psychologist jurist official officials clerk agent parent pupil baker brewer winner laureate
predecessor successor pilot worker participant educator vice-chair vice-chairman
under-secretary-general taoiseach tánaiste president-elect editor-in-chief broadcaster poet
composer climber athlete skipper landlord publican shopkeeper midwife paramedic veterinarian
archaeologist astronomer biochemist botanist cardiologist chemist climatologist criminologist
dentist dermatologist ecologist epidemiologist ethnologist geneticist geographer geologist
glaciologist gynaecologist immunologist linguist mathematician meteorologist microbiologist
musicologist neurologist neuroscientist oceanographer oncologist ornithologist paediatrician
palaeontologist pathologist pharmacist pharmacologist philosopher physicist physiotherapist
psychiatrist seismologist statistician therapist toxicologist zoologist academic postdoctoral
doctoral undergraduate apprentice trainee intern pensioner retiree widow widower survivor witness
victim neighbour neighbor tenant homeowner landlady commuter cyclist pedestrian organiser
organizer protester demonstrator whistleblower donor benefactor philanthropist investor banker
trader merchant retailer grocer butcher chef waiter waitress bartender hotelier restaurateur
winemaker cheesemaker grower breeder shepherd beekeeper fisherman fisherwoman fisher forester
gardener groundskeeper gamekeeper gatekeeper lighthouse-keeper housekeeper caretaker carer
caregiver childminder babysitter cleaner janitor driver trucker cabbie helmsman sailor seafarer
boatman ferryman stationmaster signaller carpenter joiner plumber electrician mechanic technician
welder builder bricklayer roofer plasterer mason stonemason blacksmith goldsmith jeweller tailor
seamstress weaver potter bookbinder bookseller publisher librarian archivist translator
interpreter columnist correspondent presenter producer photographer cinematographer documentarian
screenwriter playwright novelist dramatist illustrator cartoonist sculptor designer dancer
choreographer musician pianist violinist cellist guitarist drummer soprano tenor songwriter rapper
organist choirmaster footballer goalkeeper midfielder cricketer swimmer sprinter rower jockey
gymnast boxer referee umpire co-director co-owner co-author co-organiser deputy-director
vice-chancellor vice-principal vice-provost headteacher headmaster headmistress schoolteacher
tutor instructor trainer examiner invigilator coroner bailiff magistrate judge-advocate detective
policeman policewoman investigator forensic rescuer lifeguard coastguard ranger fireman
paratrooper soldier veteran airman astronaut cosmonaut navigator matron orderly consultant
specialist practitioner optometrist optician podiatrist dietitian nutritionist homeopath
programmer coder hacker technologist planner surveyor draughtsman actuary accountant bookkeeper
cashier teller underwriter notary paralegal solicitor-general attorney-general governor-general
postmaster postman postwoman courier deliverer foreman forewoman supervisor overseer steward
stewardess purser captain-general lieutenant-governor councilman councilwoman councilmember
freeholder speaker-elect minister-president chancellor-elect tsar czar sultan emir sheikh shah
regent viceroy countess baroness monk nun abbess prior vicar curate deacon cardinal preacher
pastor evangelist missionary imam rabbi chieftain shareholder bondholder policyholder spokespeople
chairpersons co-chairwoman co-chairperson co-leader co-convenor convenor convener moderator
facilitator mediator arbitrator conciliator secretary-designate grandmother grandfather husband
wife inventor discoverer explorer mountaineer diplomat keeper villager islander onlooker bystander
tourist hiker year-old lineman linesman laird crofter docker miner steelworker conservationist
naturalist hydrologist entomologist agronomist curator-in-chief restorer co-investigator
principal-investigator chairholder chairmen-elect quartermaster harbourmaster harbormaster
bandleader lifeboatman coxswain paramedics responder dispatcher rival cllr. ald. signalman
landowner runner shopper schoolgirl schoolboy pc dci sgt sgt. insp. supt supt.
"""

# Nouns for somebody told of before by another office: "the politician".
STAND_INS = """
politician lawmaker official scientist researcher academic scholar author artist athlete
entrepreneur diplomat jurist conservative liberal incumbent laureate winner year-old
"""

# Ends of words for an occupation that may stand before a name, of fields that stand right behind
# an office ("Leiter Forschung"), and of countries there ("Präsident Frankreichs").
AGENT_ENDS = "keeper smith maker grower ologist monger wright herder"
FIELD_ENDS = ""
PLACE_ENDS = ""

# Capitalised words that belong to an office or a body, never to a person's name.
NOT_NAMES = """
the a an this that these those in on at of for and or but if as by with from to we our he she it
they i you his her their its my your who what when where why how there here today yesterday
tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april
june july august september october november december after before during since until while
following below above also both all no not yes more most many some each every other another
earlier later meanwhile however finally secondly first second third today's ministry department
office committee commission council parliament senate house congress government state states union
united nations kingdom republic federation agency authority association institute institution
university college school hospital foundation trust centre center group party alliance coalition
organisation organization company corporation inc ltd limited bank fund board bureau court service
services force forces army navy police embassy conference summit meeting forum assembly convention
treaty agreement act bill law resolution statement strategy programme program project plan report
campaign network society international national federal regional local european foreign domestic
general public royal north south east west northern southern eastern western central new old great
british english scottish welsh irish american belgian dutch french german italian spanish swiss
austrian polish russian ukrainian chinese japanese indian african asian turkish israeli
palestinian iraqi syrian iranian egyptian swedish danish norwegian finnish greek portuguese
hungarian czech romanian bulgarian croatian serbian albanian estonian latvian lithuanian
luxembourg brussels belgium europe eu un us u.s. uk nato osce oecd usa u.n. london paris berlin
geneva vienna street road avenue square palace building hall museum theatre press release note
notes editors contact media background further information embargo about home page website email
telephone affairs security defence defense finance health education justice trade economy energy
climate environment transport agriculture development cooperation culture tourism employment
labour labor housing interior migration asylum equality pensions budget science research
innovation technology digital industry business sport youth family families children treasury
exchequer cabinet cross red green white black emerita emeritus then afterwards city town village
county district borough region harbor harbour airport library festival hotel club team railway
tunnel terminal bridge river valley island station award prize medal holdings partners insurance
"""

# Words that are common in this language, and words that are in one it may be taken for.
FUNCTION_WORDS = """
about after against all also and any are as at be because been before between both but by can
could did do does during each european first for from government had has have he her his how if
into is it its made ministers more most must new not of on only or other our out over press
release said she should since some such than that the their them there these they this those
through to today together under up was we were what when where which while who will with within
without would you your
"""
NEIGHBOURS_WORDS = """
og til ikke som av och att det inte på el la los las les que con por che est dans des der und het
een
"""

# Around a text, phrases between semicolons: what it is, what announces its title (HEADLINES, and
# DESKS with the code of a place, as in "POL-XY:"), who gives it out and ends of compounds for that,
# until when it is kept, where it ends, and what stands below it.
RELEASE_LABELS = """
press release; news release; media release; press statement; media statement; press communiqué;
press communique; communiqué; joint press release; joint media release; joint press statement;
joint communiqué; statement to the press; for immediate release; for release; for immediate
publication; for immediate use; for publication; immediate release; media advisory; press
advisory; media alert; media notice; press notice; press invitation; media invitation; invitation
to the press; invitation to the media; invitation to press; note to the media; press information;
media information; press briefing note; save the date; news story; press releases; news releases;
media releases; press statements; joint statement to the press; photo opportunity; media call;
press call; note to editors and journalists; press bulletin; news bulletin; official communiqué;
national press release; embargoed press release; embargoed news release; press release embargoed;
official press release; news in brief
"""
LABELS = """
official statement; news; press kit; latest news; speech; announcement; readout; read-out; fact
sheet; factsheet; check against delivery; press; media note; note; statement; press corner;
newsroom; media centre; media center; notice to the media; media briefing; press conference;
remarks as delivered; transcript; final communiqué; final communique; joint communiqué; joint
statement; judgment summary; summary of judgment; press summary; media summary; presidency
statement; statement by the press service; update; news article; latest; ministerial statement;
joint declaration; for information; media backgrounder; backgrounder; q&a; publication; embargoed
press release
"""
HEADLINES = "subject; title; headline; subject line; topic"
DESKS = ""
LETTERHEADS = """
ministry of; ministry for; department of; department for; office of the; office of; cabinet of;
federal public service; fps; government of; embassy of; permanent representation; permanent
mission; press office; press service; press department; media office; media relations;
communications department; communication department; spokesperson's service; directorate-general;
european commission; council of the; ministry; department; city of; town of; county of; borough
of; city council; county council; town council; borough council; council of; council; university;
university of; college; institute; institute of; institute for; academy; court of; high court;
supreme court; court; police; constabulary; fire service; fire and rescue service; agency; agency
for; authority; commission; parliament; senate; house of; secretariat; executive secretariat;
general secretariat; organisation of; organization of; community of; union of; association of;
federation of; chamber of; embassy; consulate general; high commission; representation of; office
for; service; institution; foundation; trust; museum; hospital; ltd; inc; plc; llc;
communications; corporate communications; public affairs; directorate; bureau of; administration;
confederation; league of; society; national bank; central bank; inspectorate; ombudsman; state of;
province of; region of; republic of; kingdom of; assembly; national assembly; fund; bank; museum
of; government
"""
LETTERHEAD_TAILS = ""
EMBARGO = """
embargo; embargoed; under embargo; strictly embargoed; not for publication before; not for release
before; not for publication until; not for release until; not to be published before; not to be
released before; not for broadcast before; do not publish before; hold for release until; for
release on; for publication on; strict embargo; strictly under embargo; this press release is under
embargo; this press release is embargoed; this release is under embargo; this text is under
embargo; embargo time; embargo date; embargoed for release; embargoed for publication; under strict
embargo; publication is embargoed; publication embargoed; this press release is under strict
embargo; this release is under strict embargo; hold until; hold for release; not for publication;
not for release; do not publish
"""
EMBARGO_UNTIL = """
embargo until; embargo till; embargo ends; embargo lifts; embargo expires; embargo time; embargo
date; embargoed until; embargoed till
"""
UNTIL = "until; till; to; before; for; ends; lifts; lifted; lifting; expires; date; ends at"
EMBARGO_ASKED = """
not for publication before; not for publication until; not for release before; not for release
until; not for broadcast before; not to be published before; not to be published until; not to be
released before; do not publish before; do not publish until; do not publish this before; do not
publish it before; do not release before; embargoed until; embargoed till; under embargo until;
under embargo till; under strict embargo; respect the embargo; observe the embargo; hold until;
hold for release
"""
RELEASED_AT = """
for release; for publication; for release at; for release on; for publication on; release; release
time; release date; to be released; to be released on; to be published on; for use after; not for
use before; not to be used before; confidential until; not to be quoted before
"""
NO_EMBARGO = """
no embargo; not embargoed; not under embargo; without embargo; embargo none; embargo no; embargo
nil; embargo lifted; embargo has been lifted; embargo is lifted
"""
GREETINGS = """
dear editor; dear editors; dear news editor; dear journalist; dear journalists; dear colleague;
dear colleagues; dear all; dear sir; dear madam; dear sir or madam; dear sirs; dear members of the
press; dear friends of the press; dear newsroom; dear newsdesk; hi all; hello all
"""
COVERING = """
please find below; please find attached; please find enclosed; please find hereby; please find our;
please find the; attached please find; enclosed please find; find attached; below please find
"""
ENDS = "ends; end; end of release; end of press release; end of text; end of message"
NOTES = """
notes to editors; note to editors; notes to editor; note to editor; notes for editors; note for
editors; editor's note; editors' notes; editor's notes; notes to newsdesks; notes for journalists;
note to journalists; notes; background; background information; background note; further
information; more information; additional information; for more information; for further
information; further reading; related links; related information; related documents; useful links;
see also; on the web; annex; annexes; boilerplate
"""
ABOUT = "about"
CONTACTS = """
press contact; press contacts; media contact; media contacts; contact; contacts; contact us;
contact for the press; contact for media; contact information; contact details; contact for
journalists; contacts for the press; contacts for the media; media enquiries; press enquiries;
media inquiries; press inquiries; press and media enquiries; enquiries; press office; media
office; press officer; press team; news desk; press desk; media relations; press service; for
further information contact; for further information please contact; for more information contact;
for more information please contact; for media enquiries; for press enquiries; for media
inquiries; for interviews; spokesperson; spokespersons; spokeswoman; spokesman; out of hours;
switchboard
"""
PHONE = "telephone; phone; tel; mobile; cell; cell phone; call; office; direct; ph"
EMAIL = "email; e-mail; mail; e"

# Days: words before the number of an issue, beside the day of publication and that of the last
# change, words that point to one, words of an invitation, where such days are to come, months as
# Django does not write them, and the hours and zones of an embargo.
ISSUES = "no; number; issue; edition"
PUBLISHED = """
date; dated; published; published on; date of publication; publication date; released; released
on; release date; issued; issued on; posted; posted on; last updated; updated; on; the; done at;
done in; of; from; time; at; ref; reference; no; nr; number; last update; last modified; updated
on; created; created on; publish date; date of issue; date of release; press release date; by;
press office; modified; modified on; last reviewed; done; given at; reading time
"""
UPDATED = """
last updated; updated; updated on; last update; last modified; last reviewed; modified; modified
on
"""
TODAY = "today; today's; this morning; this afternoon; this evening; tonight"
YESTERDAY = "yesterday; yesterday's; last night; yesterday evening"
TOMORROW = "tomorrow; tomorrow's"
SOME_DAY = """
last week; last month; last year; next week; next month; next year; earlier this week; earlier
this month; earlier this year; later this week; later this month; later this year; recently;
recent; soon; in the spring; in the summer; in the autumn; in the fall; this week; this month; in
the coming weeks; upcoming; last night
"""
INVITING = """
invitation; invites; invite; is inviting; are inviting; invited; media advisory; press advisory;
media alert; media call; photo opportunity; save the date
"""
THIS = "this; on this"
MONTH_VARIANTS = {"sept": 9}
HOURS = {"noon": 12, "midday": 12, "midnight": 0}
ZONES = {
    "brussels time": "Europe/Brussels",
    "london time": "Europe/London",
    "uk time": "Europe/London",
    "paris time": "Europe/Paris",
    "berlin time": "Europe/Berlin",
    "new york time": "America/New_York",
    "eastern time": "America/New_York",
    "central european time": "CET",
    "central european summer time": "CEST",
}

# Meetings, what may be one, and ends of compounds (MEETING_TAILS); how one is held; and what is
# one without the name: what one or two persons do, who gathers or is received being told by
# office alone (GATHERING_VERBS, GUEST_VERBS, VISITORS), opening something (BUILDINGS), a
# committee sitting, and announcing in COMPANY. "…" stands for the words between two.
MEETINGS = """
ministerial session; ministerial council; informal meeting; annual meeting; meeting; meetings;
ministerial meeting; ministerial; summit; conference; press conference; ministerial conference;
hearing; oversight hearing; visit; working visit; state visit; official visit; ceremony; signing
ceremony; award ceremony; opening ceremony; symposium; round table; roundtable; general assembly;
bilateral talks; working lunch; working dinner; working breakfast; colloquium; press briefing;
video conference; videoconference; donor conference; high-level meeting; bilateral meeting;
plenary session; plenary meeting; state funeral; networking event; town hall; public meeting;
european council; foreign affairs council; trilateral meeting; quadrilateral meeting; joint
session; agriculture and fisheries council; agriculture council; fisheries council; environment
council; transport council; energy council; competitiveness council; ecofin council; justice and
home affairs council; general affairs council; health council; education council; council meeting;
eurogroup
"""
OCCASIONS = """
opening; reception; forum; seminar; workshop; session; consultations; talks; dialogue;
commemoration; exhibition; event; events; mission; briefing; call; phone call; telephone call;
video call; gathering; convention; retreat; plenary; launch event; open day; tribute; congress;
assembly; trade mission; inauguration; webinar; launch; signing; lunch; luncheon; dinner;
breakfast; debate; tour; farewell; groundbreaking
"""
MEETING_TAILS = ""
INDEFINITE = "a; an; another"
FOLLOWED_BY = """
of; of the; on; on the; between; with; for; for the; against; in the framework of; to the
"""
HELD = """
met; meets; meet; will meet; met with; took part; takes part; take part; taking part; will take
part; participated; participates; participate; participating; attended; attends; attend;
attending; hosted; hosts; host; hosting; held; holds; hold; was held; is held; will be held; took
place; takes place; take place; will take place; received; receives; receive; visited; visits;
visit; travelled; traveled; travels; travel; gathered; gathers; gather; convened; convenes;
convene; opened; opens; will open; inaugurated; inaugurates; inaugurate; joined; joins; join;
represented; represents; represent; signed; signs; sign; addressed; addresses; address; spoke at;
speaks at; speak at; brings together; brought together; organised; organized; organises; organise;
organizes; co-hosted; co-hosts; invites; invited; is inviting; came together; will gather; paid a
visit; launched at; chaired; chairs; chair; co-chaired; co-chairs; presided; presides; convening;
concluded; ended; will visit; is visiting; will travel; are meeting; is meeting; concluded their;
concludes; invite you; pleased to invite; are invited; invite; are inviting; closed with; opened
by; during; at their; at its; at the close of; at the end of; on the sidelines of; on the margins
of; in the margins of
"""
MEETING_VERBS = """
met; met with; meets; meets with; will meet; meet; visited; visits; will visit; is visiting; held
talks; held talks with; paid a visit to; paid a visit; held a meeting with; have signed; had talks
with; inaugurated; inaugurates; spoke with; spoke by phone with; spoke by telephone with; is
meeting; are meeting; will travel to; is travelling to; are visiting; presented … credentials;
presents … credentials; will present … credentials; accepted … credentials; accepts … credentials;
received … credentials; receives … credentials; paid a courtesy call on; toured; tours; took a
tour of; cut … ribbon; cuts … ribbon; laid … first stone; laid … foundation stone; laid …
cornerstone; laid … wreath; laid … wreaths; lays … wreath; broke ground; breaks ground; unveiled …
plaque; unveiled … statue; unveiled … memorial; unveiled … monument; unveils … plaque; planted …
tree; turned … first sod; heard evidence from; took evidence from; gave evidence to; testified
before; hosted … reception; was a guest of; were guests of; have today signed; jointly signed;
spent the day with; spent the morning with; spent the afternoon with; spent the evening with;
spent the day at; spent the morning at; spent the afternoon at
"""
RECEIVING_VERBS = """
received; receives; will receive; hosted; hosts; will host; welcomed; welcomes; opened; opens;
unveiled; travelled to; traveled to; presented … award; presented … prize; presented … medal;
presented … certificate; presents … prize; presents … award; presented with; handed … award;
handed … prize; handed … keys; handed … certificate; swore in; sworn in; was sworn in; were sworn
in; pinned; handed over … keys; spoke … with; had a call with; signed; sign; will sign; has
signed; joined … at; joined … in; joined … for
"""
GUEST_VERBS = "received; receives; will receive; has received; is receiving"
VISITORS = """
delegation; ambassador; ambassadors; counterpart; counterparts; head of state; heads of state;
head of government; heads of government; prime minister; president; minister; ministers; king;
queen; mayor; mayors; envoy; special envoy; secretary-general; commissioner; delegations;
parliamentarians; members of parliament; representatives; guests; winners; laureates; athletes
"""
GATHERING_VERBS = """
will meet; are meeting; gathered; gather; will gather; are gathering; convened; came together;
come together; assembled; have gathered; met in; met for; met to; met at; met today; met this; met
on; met yesterday; met again; meet in; meet for; meet to; meet at; meet today; meet this
"""
OPENING_VERBS = """
opened; opens; will open; has opened; have opened; officially opened; reopened; reopens; unveiled;
unveils; will unveil; dedicated; launched at
"""
OPENED = """
was opened; were opened; was officially opened; is opened; will be opened; was reopened; was
inaugurated; were inaugurated; was unveiled; were unveiled; was dedicated; has been opened; has
been officially opened
"""
BUILDINGS = """
wing; building; bridge; road; bypass; tunnel; cycle path; library; theatre; theater; centre;
center; clinic; surgery; nursery; school; schools; laboratory; exhibition; festival; terminal;
lock; dam; barrier; plant; factory; wind farm; solar park; park; garden; pool; sports hall;
stadium; swimming pool; memorial; monument; statue; museum; gallery; fire station; police station;
lighthouse; embassy; consulate; office; shelter; nature reserve; playground; housing estate;
homes; campus; archive; depot; quay; pier; dock; jetty; mill; church; hall; headquarters; railway
line; tram line; extension; annex; port; harbour; harbor; airport; university; hospital; station;
town hall; castle; palace; border crossing; village; stone; cemetery; refinery; data centre; ward
"""
SITTING_VERBS = """
heard; hears; will hear; questioned; took evidence; takes evidence; debated; discussed; examined;
adopted; approved; voted; met; considered; recommended; convened; assembled
"""
ANNOUNCING_VERBS = """
announced; announces; unveiled; presented; launched; launches; was announced; celebrated;
highlighted
"""
COMPANY = """
alongside; together with; accompanied by; joined by; in the presence of; in the company of
"""
VIRTUAL = "virtual; online; hybrid; digital"
ONLINE = """
virtually; online; by videoconference; by video conference; via videoconference; via video
conference; videoconference; video conference; by video link; via video link; video call; webinar;
zoom; microsoft teams; webex; by video; teleconference; remotely; in hybrid format; conference
call; by videolink; videolink; via videolink; remote participation
"""
RESTRICTED = """
restricted format; restricted session; in restricted format; closed session; closed-door; behind
closed doors; closed meeting; closed to the press; small group; by invitation only; in camera
"""

# Who chairs a meeting, with whom, who is there, and who is not.
CHAIR = """
chaired; chairs; will chair; is chairing; chairing; co-chaired; co-chairs; will co-chair;
co-chairing; cochaired; jointly chaired; presided; presides; preside; presiding; will preside;
co-presided; took the chair; takes the chair; was in the chair; were in the chair; is in the
chair; acted as chair; served as chair
"""
CHAIRED_BY = """
chaired by; co-chaired by; cochaired by; jointly chaired by; presided by; presided over by;
co-presided by; under the chairmanship of; under the chairship of; under the chair of; under the
presidency of; under the co-chairmanship of; with chair; in the chair was; in the chair were;
chair of the meeting; the meeting's chair; chaired jointly by; co-chaired jointly by; under the
joint chairmanship of; under the co-chairship of; chaired this year by; with … in the chair; the
chair was taken by
"""
CHAIR_WITH = "together with; alongside; jointly with"
WITH = "with"
JOINED = """
took part; take part; takes part; taking part; participated; participate; participating;
participants; attended; attend; attending; attended by; attendees; joined; join; joining; present;
was present; were present; in the presence of; accompanied by; together with; represented;
represented by; met; meets; meet; received; hosted; welcomed; speakers; spoke; introduced; talked
about; gave; guests; delegation; signed; signatories; visited; opened; inaugurated; witness;
witnesses; testified; testify; testimony; keynote; panel; panellists; his counterpart; her
counterpart; counterpart; addressed; delivered; will open; opens; will attend; will take part;
will join; will speak; will participate; attends; speaks; will be present; alongside; with the
participation of; panelists; moderated; travelled; traveled; thanked; welcomes; hosts; spoke with;
held talks; meeting with; talks with; moderated by; moderates; accompanied; accompanies; issued;
handed out; presented; took the floor; linked; connected; accepted; heard; briefed; briefings;
statements by; opening remarks; closing remarks; led a delegation; headed; contributions;
testifying; witnesses were; gave evidence; heard evidence from; questioned; showed
"""
ABSENT = """
was not present; were not present; not present; in the absence of; was absent; were absent;
absent; unable to attend; could not attend; did not attend; was unable to attend; sent apologies;
sent his apologies; sent her apologies; in a message; in a video message; in a letter; in a
message read out; was not able to attend; had to cancel; excused; is not attending; will not
attend; sent a message; sent a video message; sent a letter; sent a written message
"""

# Where it is, and what may be named with its town; and the lines of an invitation.
PLACE_BEFORE = "in; at"
SITES = """
port; harbour; harbor; city; town; village; municipality; castle; palace; airport; university;
museum; province; region; district; hospital; headquarters; station; base; camp; island; valley;
town hall; city hall; school; site; plant; border crossing; capital
"""
TRAVELLING = """
visit to; visits to; visited; mission to; trip to; travelled to; traveled to; travels to; visit;
visits; will visit; visiting; trade mission to; state visit to; working visit to; official visit
to; economic mission to; will travel to; is travelling to; toured; is visiting
"""
NOT_PLACES = """
addition; order; particular; response; accordance; cooperation; partnership; january; february
"""
WHEN = "when; date; date and time; time; day; date/time; day and time; start; starts; event date"
WHERE = """
where; place; venue; location; address; where?; place of event; event location; meeting point;
address of the venue
"""
WHO = "who; with; participants; speakers; guests; attendees; in attendance; panel"

# Nouns are written together: an office may be the end of a longer word.
COMPOUNDS = False

# Endings of an office held by women, and all that an office may end in beside its own.
FEMININE = ""
ENDINGS = "s"
