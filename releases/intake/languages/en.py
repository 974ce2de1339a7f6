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
wrote writes write writing tweeted tweets posted posts reads pointed points quipped joked
boasted exclaimed whispered shouted vowed vows pledged pledges promised promises predicted
predicts suggested suggests suggest proposed proposes demanded demands complained complains
objected objects countered counters conceded concedes asserted asserts assert maintained maintains
maintain contended contends testified testifies elaborated elaborates clarified clarifies
cautioned cautions enthused enthuses lamented laments mused summarised summarises summarized
summed echoed echoes agreed agrees agree disclosed revealed reveals hoped hopes praised praises
welcomed welcomes began begins opined mentioned mentions expressed expresses applauded hailed
hails quoted according proclaimed proclaims cited cites recounted recounts remembered remembers
reflected reflects retorted reassured reassures signalled signals specified specifies wondered
wonders worried cried advised advises alleged appealed appeals challenged charged cheered
complimented detailed details indicated indicates informed instructed interjected offered outlined
outlines pleaded pleads protested recommended recommends requested ruled shared shares spelled
swore thundered tweeting
"""

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
hashtag category group scheme principle concept banner name project
"""

HE = "he"
SHE = "she"
THEY = "they both"
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
OPENINGS = "after before during following since until under while despite by speaking commenting"

# Before an office that several hold, and before the person whose view follows.
NUMBERS = "two three four both"
VIEWS = "for according in"

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
ROLE_TAIL = "general elect emeritus designate"
AUXILIARIES = "has have had also today then is are was were later"

# Nouns for an office or an occupation; the last word of a compound is looked up too.
ROLES = """
minister ministers premier president presidents vice-president chancellor secretary secretaries
undersecretary under-secretary secretary-general commissioner commissioners director directors
director-general chair chairs co-chair co-chairs chairman chairmen chairwoman chairperson
co-chairman senator senators sen sen. sens. representative representatives rep rep. reps.
congressman congresswoman mp mps mep meps member members governor governors gov. mayor mayors
alderman councillor councillors councilor deputy deputies speaker leader leaders whip ambassador
ambassadors consul consul-general envoy delegate attaché counsellor permanent-representative
spokesperson spokesman spokeswoman spokespersons head heads chief chiefs ceo cfo coo cto officer
officers manager managers executive founder co-founder coordinator co-ordinator adviser advisers
advisor advisors expert experts analyst researcher researchers scientist economist professor
professors lecturer rector dean provost principal teacher doctor physician surgeon nurse judge
justice prosecutor attorney lawyer solicitor barrister ombudsman auditor inspector superintendent
constable sheriff commander general admiral colonel captain major lieutenant sergeant brigadier
marshal curator editor journalist author writer historian artist architect engineer farmer owner
operator entrepreneur businessman businesswoman partner counterpart counterparts colleague
rapporteur negotiator treasurer trustee patron warden administrator controller comptroller
registrar chaplain volunteer student resident campaigner activist developer boss king queen prince
princess pope bishop archbishop politician lawmaker lawmakers singer actor actress filmmaker coach
firefighter biologist virologist sociologist psychologist jurist official officials clerk agent
parent pupil baker brewer winner laureate predecessor successor pilot worker participant educator
vice-chair vice-chairman under-secretary-general taoiseach tánaiste president-elect
editor-in-chief broadcaster poet composer conductor climber athlete skipper landlord publican
shopkeeper midwife paramedic veterinarian
"""

# Capitalised words that belong to an office or a body, never to a person's name.
NOT_NAMES = """
the a an this that these those in on at of for and or but if as by with from to we our he she
it they i you his her their its my your who what when where why how there here today yesterday
tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april
june july august september october november december after before during since until while
following below above also both all no not yes more most many some each every other another
earlier later meanwhile however finally secondly first second third today's
ministry department office committee commission council parliament senate house congress
government state states union united nations kingdom republic federation agency authority
association institute institution university college school hospital foundation trust centre
center group party alliance coalition organisation organization company corporation inc ltd
limited bank fund board bureau court service services force forces army navy police embassy
conference summit meeting forum assembly convention treaty agreement act bill law resolution
statement strategy programme program project plan report campaign network society federation
international national federal regional local european foreign domestic general public royal
north south east west northern southern eastern western central new old great british english
scottish welsh irish american belgian dutch french german italian spanish swiss austrian polish
russian ukrainian chinese japanese indian african asian turkish israeli palestinian iraqi
syrian iranian egyptian swedish danish norwegian finnish greek portuguese hungarian czech
romanian bulgarian croatian serbian albanian estonian latvian lithuanian luxembourg brussels
belgium europe eu un us u.s. uk nato osce oecd usa u.n. london paris berlin geneva vienna
street road avenue square palace building hall museum theatre press release note notes editors
contact media background further information embargo about home page website email telephone
affairs security defence defense finance health education justice trade economy energy climate
environment transport agriculture development cooperation culture tourism employment labour
labor housing interior migration asylum equality pensions budget science research innovation
technology digital industry business sport youth family families children treasury exchequer
cabinet cross red green white black
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

# Around a text, phrases between semicolons: what it is, who gives it out, until when it is kept,
# where it ends, and what stands below it.
RELEASE_LABELS = """
press release; news release; media release; press statement; media statement; press communiqué;
press communique; communiqué; joint press release; joint media release; joint press statement;
joint communiqué; statement to the press; for immediate release; for release; for immediate
publication; for immediate use; for publication; immediate release; media advisory; press
advisory; media alert; media notice; press notice; press invitation; media invitation; invitation
to the press; invitation to the media; invitation to press; note to the media; press information;
media information; press briefing note; save the date; news story; press releases; news releases;
media releases; press statements; joint statement to the press; photo opportunity; media call;
press call; note to editors and journalists; press bulletin; news bulletin; official communiqué
"""
LABELS = """
official statement; news; press kit; latest news; speech; announcement; readout; read-out; fact
sheet; factsheet; check against delivery; press; media note; note; statement; press corner;
newsroom; media centre; media center; notice to the media; media briefing; press conference;
remarks as delivered; transcript
"""
LETTERHEADS = """
ministry of; ministry for; department of; department for; office of the; office of; cabinet of;
federal public service; fps; government of; embassy of; permanent representation; permanent
mission; press office; press service; press department; media office; media relations;
communications department; communication department; spokesperson's service; directorate-general;
european commission; council of the
"""
EMBARGO = """
embargo; embargoed; under embargo; strictly embargoed; not for publication before; not for release
before; not for publication until; not for release until; not to be published before; not to be
released before; not for broadcast before; do not publish before; hold for release until; for
release on; for publication on; strict embargo; strictly under embargo; this press release is
under embargo; this press release is embargoed; this release is under embargo; this text is under
embargo; embargo time; embargo date
"""
UNTIL = "until; till; to; before; for; ends; lifts; lifted; lifting; expires; date"
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

# Days: words beside the day of publication, words that point to one, months as Django does not
# write them, and the hours and zones of an embargo.
PUBLISHED = """
date; dated; published; published on; date of publication; publication date; released; released
on; release date; issued; issued on; posted; posted on; last updated; updated; on; the; done at;
done in; of; from; time; at; ref; reference; no; nr; number; last update; last modified; updated
on; created; created on; publish date; date of issue; date of release; press release date; by;
press office
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

# Meetings, what may be one, and ends of compounds (MEETING_TAILS); how one is held, and what is
# one without the name. "…" stands for the words between two.
MEETINGS = """
ministerial session; ministerial council; informal meeting; annual meeting; meeting; meetings;
ministerial meeting; ministerial; summit; conference; press conference; ministerial conference;
hearing; oversight hearing; visit; working visit; state visit; official visit; ceremony; signing
ceremony; award ceremony; opening ceremony; symposium; round table; roundtable; general assembly;
bilateral talks; working lunch; working dinner; working breakfast; colloquium; press briefing;
video conference; videoconference; donor conference; high-level meeting; bilateral meeting;
plenary session; plenary meeting; state funeral; networking event; town hall; public meeting;
european council; foreign affairs council; trilateral meeting; quadrilateral meeting; joint
session
"""
OCCASIONS = """
opening; reception; forum; seminar; workshop; session; consultations; talks; dialogue; council;
commemoration; exhibition; event; events; mission; briefing; call; phone call; telephone call;
video call; gathering; convention; retreat; plenary; launch event; open day; tribute; congress;
assembly; trade mission; inauguration; webinar; launch; signing
"""
MEETING_TAILS = ""
FOLLOWED_BY = "of; of the; on; on the; between; with; for; for the; against; in the framework of"
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
concludes
"""
MEETING_VERBS = """
met; met with; meets; meets with; will meet; meet; visited; visits; will visit; is visiting; held
talks; held talks with; paid a visit to; paid a visit; held a meeting with; signed; sign; will
sign; have signed; has signed; had talks with; inaugurated; inaugurates; spoke with; spoke by
phone with; spoke by telephone with; is meeting; are meeting; will travel to; is travelling to;
are visiting
"""
RECEIVING_VERBS = """
received; receives; will receive; hosted; hosts; will host; welcomed; welcomes; opened; opens;
joined; joins; unveiled; travelled to; traveled to
"""
VIRTUAL = "virtual; online; hybrid; digital"
ONLINE = """
virtually; online; by videoconference; by video conference; via videoconference; via video
conference; videoconference; video conference; by video link; via video link; video call; webinar;
zoom; microsoft teams; webex; by video; teleconference; remotely; in hybrid format; conference
call
"""
RESTRICTED = """
restricted format; restricted session; in restricted format; closed session; closed-door; behind
closed doors; closed meeting; closed to the press; small group; by invitation only; in camera
"""

# Who chairs a meeting, with whom, and who is there.
CHAIR = """
chaired; chairs; will chair; is chairing; chairing; co-chaired; co-chairs; will co-chair;
co-chairing; cochaired; jointly chaired; presided; presides; preside; presiding; will preside;
co-presided; took the chair; takes the chair; acted as chair; served as chair
"""
CHAIRED_BY = """
chaired by; co-chaired by; cochaired by; jointly chaired by; presided by; presided over by;
co-presided by; under the chairmanship of; under the chairship of; under the chair of; under the
presidency of; under the co-chairmanship of; with chair; in the chair; chair of the meeting; the
meeting's chair; chaired jointly by; co-chaired jointly by; under the joint chairmanship of; under
the co-chairship of; chaired this year by; with … in the chair; the chair was taken by
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
handed out; presented; took the floor
"""

# Where it is; and the lines of an invitation.
PLACE_BEFORE = "in; at"
TRAVELLING = """
visit to; visits to; visited; mission to; trip to; travelled to; traveled to; travels to; visit;
visits; will visit; visiting
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
