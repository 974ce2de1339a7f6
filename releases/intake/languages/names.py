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

# Surnames that are also words for an office, a colour or the like, in some language.
ALSO_SURNAMES = """
black white green brown gray grey north west day may march june king prince bishop major dean
judge marshal constable hall street church park rose court banks cross chambers prins koning boer
bisschop graaf baron meester maes prinsen könig richter kaiser graf bischof bauer vogt rat schulz
roy maire abbé lemaire legrand grand petit bakker brouwer schrijver ridder molenaar leerling
bäcker winzer schüler sänger lehrer propst hauptmann oberst vorsteher baker brewer coach singer
parent pilot clerk agent page farmer knight pope abbot provost steward porter skipper driver
trainer boulanger brasseur pasteur berger marchand chevalier garde prieur comte duc maréchal young
"""

# Words that end in a full stop without ending a sentence, without that full stop.
ABBREVIATIONS = (
    "dr mr mrs ms prof sen sens rep reps gov hon rev st jr sr gen col capt lt sgt mme mgr dhr mevr "
    "mw drs ir ing ds mag dipl vs nr bzw ca etc inc ltd co corp dept vgl usw resp art bv"
)
