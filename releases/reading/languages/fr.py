"""French: words by which a release is read. Plain data: words in lower case, between spaces."""

# Verbs of saying, in the forms that stand beside the name of a speaker.
SAYING = """
dire déclarer ajouter expliquer préciser souligner insister rappeler affirmer indiquer estimer
noter observer relever constater conclure commenter réagir répondre assurer annoncer confirmer
saluer dit disent disait dira déclare déclarent déclarait déclaré ajoute ajoutent ajoutait ajouté
explique expliquent expliquait expliqué précise précisent précisait précisé souligne soulignent
soulignait souligné insiste insistent insistait insisté rappelle rappellent rappelait rappelé
affirme affirment affirmait affirmé indique indiquent indiquait indiqué estime estiment estimait
estimé note notent notait noté observe observent observait observé remarque remarquent remarqué
relève relèvent relevait relevé constate constatent constatait constaté conclut concluent
concluait conclu poursuit poursuivent poursuivait poursuivi continue continuent continuait
continué commente commentent commentait commenté réagit réagissent réagi répond répondent
répondait répondu réplique répliquent répliqué rétorque rétorqué nuance nuancent nuancé tempère
tempéré admet admettent admis reconnaît reconnaissent reconnu concède concédé avoue avoué confie
confient confiait confié raconte racontent raconté assure assurent assurait assuré annonce
annoncent annonçait annoncé martèle martèlent martelé prévient préviennent prévenu avertit
avertissent averti alerte alerté met mis demande demandent demandait demandé interroge interrogé
propose proposent proposé suggère suggéré plaide plaident plaidé exhorte exhorté appelle appellent
appelé regrette regrettent regretté déplore déplorent déploré dénonce dénoncent dénoncé critique
critiqué fustige fustigé s'exclame s’exclame exclame exclamé s'interroge s’interroge s'indigne
s’indigne indigné s'inquiète s’inquiète inquiété réjouit réjouissent réjoui félicite félicitent
félicité salue saluent saluait salué confirme confirment confirmait confirmé maintient maintenu
soutient soutiennent soutenu défend défendu argumente argumenté argue justifie justifient justifié
détaille détaillent détaillé résume résument résumé écrit écrivent écrivait témoigne témoignent
témoigné lance lancent lancé glisse glissé juge jugent jugé pense pensent pensait croit croient
considère considèrent considéré espère espèrent espéré promet promettent promis garantit garanti
réaffirme réaffirment réaffirmé répète répètent répété reprend repris enchaîne enchaîné complète
complètent complété renchérit renchéri ironise plaisante fait signale signalent signalé mentionne
mentionné évoque évoqué proclame proclamé révèle révélé prédit avance avancé s'engage s’engage
engagé selon conclus réjouie réjouis réjouies félicitée félicités indignée indignés inquiétée
inquiétés exclamée interrogée engagée engagés demandée déclarèrent déclara ajouta souligna précisa
expliqua rappela relate relaté rapporte rapporté certifie certifié clame clamé persiste sourit
émeut ému émue étonne étonné étonnée enthousiasme enthousiasmé enthousiasmée souvient désole
désolé désolée alarme alarmé alarmée tranche tranché objecte objecté informe informé formule
formulé décrit exige exigé encourage encouragé énonce énoncé développe développé conseille
conseillé cite cité approuve approuvé accuse accusé rassure rassuré relativise relativisé redit
soupire spécifie spécifié stipule souhaite souhaitent souhaité invite invité engagent prône prôné
loue loué vante vanté pointe pointé amuse amusé amusée amusent craint craignent redoute redoutent
redouté valoir souri ri rit ironisé plaisanté soupiré chuchoté murmure murmuré crie crié s'écrie
s’écrie écrié écriée s'amuse s’amuse s'étonne s’étonne s'émeut s’émeut s'emporte s’emporte emporté
emportée s'agace s’agace agacé agacée s'enthousiasme s’enthousiasme s'alarme s’alarme s'excuse
s’excuse excusé excusée s'insurge s’insurge insurgé insurgée s'interrompt s’interrompt
s'émerveille s’émerveille émerveillé émerveillée s'explique s’explique déclarerait argué objectent
corrige corrigé rectifie rectifié éludé élude esquivé botté balayé balaie balaye rapporter
confesse confessé râle peste pesté tonné tonne tempête s'impatiente s’impatiente impatienté trouve
trouvent trouvé doute doutent douté jure juré prophétise pronostique pronostiqué prédisent calcule
analyse analysé analysent décrypte décrypté illustre illustré énumère énuméré synthétise
synthétisé théorise philosophe philosophé ponctue ponctué surenchérit surenchéri abonde abondé
acquiesce acquiescé embraye embrayé interpelle interpellé supplie implore réclame réclament
réclamé revendique revendiqué nie nié dément démenti démentent réfute réfuté récuse récusé rejette
rejeté minimise minimisé temporise temporisé modère modéré justifia répondit répliqua lança
reconnut affirma demanda récapitule récapitulé remercie remercient remercié rend partage partagent
partagé félicitons refuse refusé envisage remarquer parle parlent parlait parlé parler qualifie
qualifient qualifié qualifiait voit voient voyait vu décrivent décrivait compare comparé ajoutant
précisant soulignant rappelant expliquant concluant indiquant affirmant estimant insistant notant
souffle soufflé savoure savouré répéta lâche lâché
"""

# Those of them behind which stands who listens, and never who speaks.
TELLING = ""

# Verbs of what somebody did with words; a quotation may follow in the next sentence.
REACTING = """
félicite félicitent félicité salue saluent salué remercie remercient remercié réjouit
réjouissent réjoui insiste insisté insistent plaide plaidé regrette regretté déplore déploré
condamne condamnent condamné encourage encouragé exprime exprimé exprimé adresse adressé
rend rendu soutient soutenu accueille accueilli défend défendu évoque évoqué est était
"""

# Nouns for a text that follows: "Voici la déclaration du ministre :".
STATEMENTS = """
citation
déclaration déclarations discours allocution propos message commentaire commentaires réaction
réponse mots lettre hommage témoignage intervention communiqué tweet paroles avis
"""

# Words beside a title, a term or a motto in quotation marks.
TERMS = """
dit dite dits dites intitulé intitulée intitulés intitulées nommé nommée baptisé baptisée
appelé appelée surnommé surnommée connu connue titre titré slogan devise thème rapport
campagne projet programme initiative étude exposition colloque conférence livre film
chanson série article brochure label terme mot expression notion concept
catégorie groupe principe opération journée hashtag banderole pancarte panneau affiche plaque
autocollant tee-shirt
"""

# Those of them that may also lead to somebody's words, if not right before the marks.
NAMING = "appelé appelée"

HE = "il celui-ci celui"
SHE = "elle celle-ci celle"
# Whoever was named last, as a phrase.
LATTER = "ce dernier; cette dernière"
THEY = "ils elles"
HIM = "lui"
HER = "elle"
IT = ""
FIRST_PERSON = "je j' nous notre nos mon ma mes moi me m' j’ m’"

ARTICLES = "le la les l' l’ un une son sa leur notre ce cette"
AND = "et &"

# Between an office and what it is in charge of, and between that and where.
OF = "de du des d' d’ chargé chargée chargés"
BESIDE = "à au aux en pour auprès la le les l' l’ près"
THAT = "que qu' qu’ combien pourquoi qui dont où lors comme"

# What a sentence goes on with after somebody's name and a comma.
RELATIVE = "qui"

# What opens a sentence before its main clause.
OPENINGS = """
après avant pendant durant depuis sous malgré lors dans à selon face devant interrogé interrogée
suite prié priée questionné questionnée réagissant répondant en
"""

# What may stand right before an office, and is no part of it.
ALSO = """
aussi aujourd'hui aujourd’hui hier ensuite enfin même puis ainsi également nouveau nouvelle nouvel
"""

# Before an office that several hold, and before the person whose view follows.
NUMBERS = "deux trois quatre"
VIEWS = "pour selon avis yeux dires"

# Before a name and not part of it.
HONORIFICS = """
m m. mm. mme mmes mlle mr mr. monsieur madame mademoiselle messieurs mesdames dr dr. docteur me
maître pr pr. s.e. s.e.m. sem excellence feu père sœur frère abbé mgr monseigneur s.e.mme s.e.m
s.exc.
"""
MALE = "le un m m. mr mr. monsieur docteur père frère directeur président premier"
FEMALE = "la une mme mlle madame mademoiselle sœur directrice présidente première"

# What may stand between an office and a name, and between a person and a verb of saying.
ROLE_TAIL = """
général générale généraux adjoint adjointe délégué déléguée fédéral fédérale national nationale
régional régionale permanent permanente exécutif exécutive honoraire associé associée principal
principale scientifique technique commercial commerciale spécial spéciale belge français française
européen européenne allemand allemande britannique américain américaine luxembourgeois
luxembourgeoise néerlandais néerlandaise wallon wallonne flamand flamande bruxellois bruxelloise
sortant sortante suisse italien italienne espagnol espagnole portugais portugaise polonais
polonaise ukrainien ukrainienne russe chinois chinoise japonais japonaise indien indienne canadien
canadienne tunisien tunisienne marocain marocaine algérien algérienne sénégalais sénégalaise
congolais congolaise rwandais rwandaise turc turque grec grecque irlandais irlandaise danois
danoise suédois suédoise norvégien norvégienne finlandais finlandaise autrichien autrichienne
hongrois hongroise tchèque slovaque slovène croate roumain roumaine bulgare serbe estonien
estonienne letton lettone lituanien lituanienne maltais maltaise chypriote israélien israélienne
palestinien palestinienne libanais libanaise égyptien égyptienne irakien irakienne iranien
iranienne municipal municipale départemental départementale ministre étrangères étrangère sociales
sociale européennes intérieures économiques économique numérique numériques publique publiques
public publics internationales extérieures extérieur extérieure durable rurale rural maritime
maritimes locales territoriales interministériel interministérielle emeritus emerita
"""
AUXILIARIES = "a ont avait avaient est sont s'est s’est se s' s’ lui leur"

# Nouns for an office or an occupation; the last word of a compound is looked up too.
ROLES = """
ministre ministres vice-premier vice-première vice-ministre premier-ministre président présidente
présidents présidentes vice-président vice-présidente coprésident coprésidente chancelier
chancelière secrétaire secrétaires secrétaire-général commissaire commissaires directeur
directrice directeurs directrices sous-directeur sous-directrice sénateur sénatrice sénateurs
député députée députés députées eurodéputé eurodéputée parlementaire élu élue représentant
représentante représentants gouverneur gouverneure maire maires bourgmestre échevin échevine
adjoint adjointe conseiller conseillère conseillers préfet préfète ambassadeur ambassadrice
ambassadeurs consul consule envoyé envoyée délégué déléguée haut porte-parole chef cheffe cheffes
chefs responsable responsables dirigeant dirigeante pdg ceo fondateur fondatrice cofondateur
cofondatrice coordinateur coordinatrice coordonnateur coordonnatrice expert experte experts
analyste chercheur chercheuse scientifique économiste professeur professeure professeurs recteur
rectrice doyen doyenne enseignant enseignante médecin docteur infirmier infirmière juge magistrat
magistrate procureur procureure avocat avocate notaire médiateur médiatrice inspecteur inspectrice
commandant commandante général générale amiral colonel capitaine major lieutenant curateur
conservateur conservatrice rédacteur rédactrice journaliste auteur autrice auteure écrivain
historien historienne artiste architecte ingénieur ingénieure agriculteur agricultrice
propriétaire gérant gérante entrepreneur entrepreneuse membre membres administrateur
administratrice homologue homologues collègue rapporteur rapporteure négociateur négociatrice
trésorier trésorière bénévole étudiant étudiante habitant habitante militant militante développeur
roi reine prince princesse pape évêque archevêque leader cadre chargé chargée manager politologue
chanteur chanteuse acteur actrice comédien comédienne réalisateur réalisatrice entraîneur
entraîneuse pompier biologiste virologue sociologue psychologue juriste fonctionnaire greffier
agent agente élève parent boulanger boulangère brasseur lauréat lauréate prédécesseur successeur
pilote ouvrier ouvrière animateur animatrice éducateur éducatrice formateur formatrice sous-préfet
sous-préfète plénipotentiaire attaché attachée pharmacien pharmacienne vétérinaire sage-femme
archéologue anthropologue astronome astrophysicien astrophysicienne botaniste chimiste
climatologue criminologue dentiste dermatologue écologue épidémiologiste ethnologue généticien
généticienne géographe géologue glaciologue gynécologue immunologue linguiste mathématicien
mathématicienne météorologue microbiologiste musicologue neurologue océanographe oncologue
ornithologue pédiatre paléontologue philosophe physicien physicienne kinésithérapeute psychiatre
sismologue statisticien statisticienne thérapeute toxicologue zoologue universitaire doctorant
doctorante postdoctorant postdoctorante thésard thésarde diplômé diplômée apprenti apprentie
stagiaire retraité retraitée veuf veuve survivant survivante rescapé rescapée témoin victime
voisin voisine locataire cycliste organisateur organisatrice initiateur initiatrice créateur
créatrice donateur donatrice mécène investisseur banquier banquière commerçant commerçante
marchand marchande épicier épicière boucher bouchère cuisinier cuisinière serveur serveuse
hôtelier hôtelière restaurateur restauratrice vigneron vigneronne viticulteur viticultrice
fromager fromagère éleveur éleveuse berger bergère apiculteur apicultrice pêcheur pêcheuse
forestier forestière jardinier jardinière maraîcher maraîchère céréalier concierge gardien
gardienne aidant aidante nourrice chauffeur chauffeuse conducteur conductrice cheminot cheminote
marin batelier batelière passeur charpentier menuisier menuisière plombier électricien
électricienne mécanicien mécanicienne technicien technicienne soudeur maçon couvreur forgeron
bijoutier couturière couturier tisserand potier potière imprimeur libraire éditeur éditrice
bibliothécaire archiviste traducteur traductrice interprète chroniqueur chroniqueuse correspondant
correspondante présentateur présentatrice producteur productrice photographe cinéaste
documentariste scénariste dramaturge romancier romancière poète poétesse illustrateur
illustratrice dessinateur dessinatrice sculpteur sculptrice designer danseur danseuse chorégraphe
musicien musicienne pianiste violoniste compositeur compositrice organiste footballeur
footballeuse nageur nageuse coureur coureuse rameur cavalier cavalière gymnaste instituteur
institutrice proviseur proviseure moniteur monitrice tuteur examinateur examinatrice coroner
huissier enquêteur enquêtrice policier policière gendarme secouriste sauveteur pompière soldat
militaire vétéran aviateur aviatrice astronaute urgentiste chirurgien chirurgienne pneumologue
cardiologue généraliste aide-soignant aide-soignante soignant soignante diététicien diététicienne
orthophoniste informaticien informaticienne programmeur programmeuse urbaniste géomètre comptable
caissier caissière factrice postier postière livreur livreuse coursier coursière contremaître
chef-adjoint conseiller-maître syndicaliste vice-présidents secrétaire-adjoint sous-secrétaire
vice-recteur vice-doyen maître-brasseur maire-adjoint première-ministre cardinal abbesse prieur
moine diacre curé pasteur pasteure imam rabbin prédicateur missionnaire actionnaire modérateur
modératrice facilitateur concepteur conceptrice inventeur inventrice découvreur explorateur
exploratrice alpiniste épouse époux grand-mère grand-père intendant intendante châtelain
échevin-délégué bâtonnier bâtonnière procureur-général greffière substitut diplomate riverain
riveraine manifestant manifestante touriste randonneur randonneuse promeneur promeneuse passant
passante villageois villageoise participant participante cafetier cafetière coiffeur coiffeuse
restaurateur-conservateur coautrice coauteur cosignataire hydrologue entomologue agronome
ostréiculteur ostréicultrice mytiliculteur sauveteuse plongeur plongeuse maître-nageur éclusier
éclusière garde-forestier garde-champêtre paysan paysanne meunier meunière artisan artisane
artisan-boulanger ferronnier verrier verrière luthier luthière patron patronne coauteure rival
rivale octogénaire septuagénaire nonagénaire sexagénaire quinquagénaire quadragénaire trentenaire
syndic syndique lycéen lycéenne collégien collégienne usager usagère adjudant
"""

# Nouns for somebody told of before by another office: "the politician".
STAND_INS = """
magistrat magistrate élu élue responsable dirigeant dirigeante scientifique chercheur chercheuse
auteur autrice auteure artiste diplomate juriste entrepreneur entrepreneuse lauréat lauréate
parlementaire universitaire octogénaire septuagénaire nonagénaire sexagénaire quinquagénaire
quadragénaire trentenaire
"""

# Ends of words for an occupation that may stand before a name, of fields that stand right behind
# an office ("Leiter Forschung"), and of countries there ("Präsident Frankreichs").
AGENT_ENDS = ""
FIELD_ENDS = ""
PLACE_ENDS = ""

# Capitalised words that belong to an office or a body, never to a person's name.
NOT_NAMES = """
le la les l un une des du de au aux en et ou mais si dans sur sous par pour avec sans ce cet cette
ces il elle ils elles nous vous je on son sa ses leur leurs notre nos votre qui que quoi quand où
comment pourquoi voici voilà aujourd'hui aujourd’hui hier demain lundi mardi mercredi jeudi
vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre
novembre décembre après avant depuis pendant lors selon chaque tous toutes tout plus moins autre
aussi enfin ensuite ailleurs cependant toutefois afin ainsi ministère département bureau comité
commission conseil parlement sénat chambre assemblée gouvernement état états union unies uni
nations royaume république fédération agence autorité association institut institution université
école hôpital fondation centre groupe parti alliance coalition organisation société entreprise
banque fonds cour service services force forces armée police ambassade conférence sommet réunion
forum convention traité accord loi résolution déclaration stratégie programme projet plan rapport
campagne réseau maison international internationale national nationale fédéral fédérale régional
européen européenne étrangères étrangère affaires publique royal royale nord sud est ouest nouveau
nouvelle grand grande belge français française allemand allemande néerlandais italien espagnol
suisse britannique américain européens bruxelles belgique europe ue onu otan osce ocde usa paris
londres genève communiqué presse contact note rédaction informations embargo rue avenue place
palais musée théâtre monsieur madame santé éducation justice commerce économie énergie climat
environnement transport transports agriculture développement coopération culture tourisme emploi
travail logement intérieur migration asile égalité pensions budget science recherche innovation
numérique industrie sport jeunesse famille finances défense sécurité croix rouge haute haut
emerita emeritus puis alors déjà même région ville commune métropole mairie préfecture ligne lignes
stade festival prix coupe tribunal canton lycée collège boulevard route parc voies caisse collectif
syndicat ligue office gare port
"""

# Words that are common in this language, and words that are in one it may be taken for.
FUNCTION_WORDS = """
afin ainsi ans après au aujourd aussi autres aux avait avant avec avons ce celle celui ces cet
cette ceux chaque comme d dans depuis des deux donc dont du elle elles encore entre est et
européenne fait gouvernement hui il ils je jusqu l le les leur leurs lors lorsque mais mesures
ministre ministres même n nos notre nous nouveau nouvelle ont ou où par pas pays pendant permettre
peut plus pour presse projet qu qui s sa sans selon sera seront ses soit son sont sous sur
toujours tous tout toute toutes très un une vers votre vous à étaient était été être
"""
NEIGHBOURS_WORDS = """
el els amb per una dels més lo gli della del che con di los las por no è e o do da uma não com em
os
"""

# Around a text, phrases between semicolons: what it is, what announces its title (HEADLINES, and
# DESKS with the code of a place, as in "POL-XY:"), who gives it out and ends of compounds for that,
# until when it is kept, where it ends, and what stands below it.
RELEASE_LABELS = """
communiqué de presse; communique de presse; communiqué; communiqué de presse conjoint; communiqué
conjoint; communiqué commun; déclaration à la presse; déclaration conjointe à la presse; pour
diffusion immédiate; à diffuser immédiatement; diffusion immédiate; pour publication immédiate; à
publier immédiatement; invitation presse; invitation à la presse; invitation aux médias;
invitation aux journalistes; avis aux médias; avis à la presse; avis de presse; note à la presse;
note de presse; note aux rédactions; information presse; information de presse; info presse;
agenda presse; communiqués de presse; communiqués; communiqués et déclarations; déclaration de
presse; communiqué presse; communiqué aux médias; communiqué à la presse; communiqué aux
rédactions; avis aux rédactions; note aux médias; communiqué de presse national; communiqué de
presse régional; communiqué de presse officiel; cp; rappel invitation presse; communiqué de presse
commun
"""
LABELS = """
déclaration; invitation; dossier de presse; rappel; actualité; actualités; nouvelles; point
presse; conférence de presse; discours; seul le prononcé fait foi; le prononcé fait foi; annonce;
presse; espace presse; salle de presse; infos presse; le fil d'actualité; allocution; communiqué
final; communiqué officiel; déclaration finale; déclaration commune; déclaration conjointe;
information; note d'information; note de service; brève; à la une; synthèse; invitation presse;
compte rendu; compte-rendu; relevé de conclusions; alerte presse
"""
HEADLINES = "objet; titre; sujet; concerne"
DESKS = ""
LETTERHEADS = """
ministère de; ministère des; ministère du; ministère d'; le ministère de; le ministère des;
cabinet de; cabinet du; cabinet des; le cabinet de; le cabinet du; service public fédéral; spf;
service public de; secrétariat d'état; gouvernement de; gouvernement du; le gouvernement de;
ambassade de; ambassade du; représentation permanente; service de presse; service presse; bureau
de presse; service communication; direction de la communication; porte-parolat; direction
générale; commission européenne; conseil de la; préfecture de; préfecture du; ministère; ministère
de l'; département; département fédéral; ville de; ville d'; ville du; la ville de; commune de;
commune d'; mairie de; mairie d'; canton de; canton du; région; province de; métropole de;
communauté de; communauté d'; communauté des; communauté; organisation des; organisation de; union
des; union; association; fédération; cour; cour des; cour de; tribunal; conseil; conseil d';
conseil des; conseil de; conseil fédéral; conseil régional; conseil départemental; université;
université de; université d'; école; institut; académie; agence; autorité; commission; parlement;
sénat; assemblée; chambre; secrétariat; secrétariat exécutif; secrétariat général; service;
office; bureau; direction; police; gendarmerie; parquet; préfecture; ambassade; consulat général;
chancellerie; hôpital; musée; fondation; observatoire; inspection; banque nationale; banque
centrale; société; syndicat; confédération; ligue; asbl; haut-commissariat; délégation;
république; royaume; état de; centre national; centre hospitalier; pôle communication; sarl;
présidence; présidence de la
"""
LETTERHEAD_TAILS = ""
EMBARGO = """
embargo; sous embargo; ne pas diffuser avant; à ne pas diffuser avant; ne pas publier avant; à ne
pas publier avant; diffusion interdite avant; publication interdite avant; à diffuser à partir du;
à publier à partir du; strictement sous embargo; embargo strict; ce communiqué est sous embargo;
sous embargo strict; document sous embargo; communiqué sous embargo; texte sous embargo; interdit
de publication avant; interdit de publication jusqu'au
"""
UNTIL = "jusqu'au; jusqu'à; jusque; au; avant; levé; levée; levé le; prend fin; valable; avant le"
EMBARGO_UNTIL = "embargo jusqu'au; embargo jusqu'à; embargo jusque; embargo levé le"
EMBARGO_ASKED = """
ne pas diffuser; ne pas publier; à ne pas diffuser; à ne pas publier; diffusion interdite;
publication interdite; interdit de publication; sous embargo jusqu'au; sous embargo jusqu'à; sous
embargo strict; respecter l'embargo; respecter cet embargo; respect de l'embargo
"""
RELEASED_AT = """
à diffuser le; à publier le; diffusion le; publication le; à paraître le; publication autorisée à
partir du; diffusion autorisée à partir du; publication possible à partir du; diffusion à partir
du; publication à partir du; confidentiel jusqu'au; libre de publication à partir du
"""
NO_EMBARGO = """
pas d'embargo; sans embargo; aucun embargo; embargo aucun; embargo non; embargo levé; hors embargo
"""
GREETINGS = """
chers collègues; chères collègues; chères et chers collègues; chers et chères collègues; chère
collègue, cher collègue; madame, monsieur; mesdames, messieurs; mesdames et messieurs; chers
journalistes; chers amis de la presse; chère rédaction; chères rédactions; bonjour à tous
"""
COVERING = """
veuillez trouver; vous trouverez ci-dessous; vous trouverez ci-joint; vous trouverez ci-après; vous
trouverez en annexe; vous trouverez en pièce jointe; trouvez ci-joint; ci-joint vous trouverez
"""
ENDS = "fin; fin du communiqué; fin de communiqué; fin du texte; fin du message"
NOTES = """
notes aux rédactions; note aux rédactions; note aux rédacteurs; notes aux rédacteurs; note aux
éditeurs; note à la rédaction; notes à la rédaction; note à l'attention des rédactions; à
l'attention des rédactions; note pour les journalistes; note aux journalistes; notes; contexte;
informations complémentaires; information complémentaire; pour en savoir plus; en savoir plus;
plus d'informations; plus d'information; pour plus d'informations; pour plus d'information; pour
aller plus loin; informations de fond; voir aussi; liens utiles; liens; annexe; annexes;
références; documents utiles
"""
ABOUT = "à propos de; à propos du; à propos des; à propos d'; à propos; qui sommes-nous"
CONTACTS = """
contact presse; contacts presse; contact de presse; contacts de presse; contact; contacts; contact
médias; contacts médias; contact média; contact pour la presse; contacts pour la presse; contact
pour les médias; contact pour les journalistes; contactez-nous; relations presse; relations avec
la presse; relations médias; service de presse; service presse; bureau de presse; porte-parole;
attaché de presse; attachée de presse; demandes de la presse; renseignements; renseignements pour
la presse; informations presse; pour toute question; personne de contact; personnes de contact;
coordonnées; vos contacts
"""
PHONE = "téléphone; tél; tel; portable; mobile; gsm; fixe; ligne directe; t"
EMAIL = "courriel; e-mail; email; mail; mél; adresse électronique; courrier électronique"

# Days: words before the number of an issue, beside the day of publication and that of the last
# change, words that point to one, words of an invitation, where such days are to come, months as
# Django does not write them, and the hours and zones of an embargo.
ISSUES = "no; numéro; édition"
PUBLISHED = """
date; date de publication; publié le; publiée le; publié; mis en ligne le; mis à jour le; diffusé
le; paru le; date du communiqué; le; fait à; fait le; du; ce; à; heure; réf; référence; n°;
numéro; no; dernière mise à jour; mis à jour; mise à jour; créé le; date de diffusion;
publication; parution; en date du; publiée; diffusé; paru; mis en ligne; modifié le; modifié;
temps de lecture
"""
UPDATED = """
dernière mise à jour; mis à jour le; mis à jour; mise à jour; modifié le; modifié; actualisé le
"""
TODAY = "aujourd'hui; ce jour; ce matin; cet après-midi; ce soir; ce midi"
YESTERDAY = "hier; hier soir; hier matin; hier après-midi"
TOMORROW = "demain; demain matin; demain soir"
SOME_DAY = """
la semaine dernière; le mois dernier; l'an dernier; l'année dernière; la semaine prochaine; le
mois prochain; l'an prochain; l'année prochaine; récemment; récente; récent; prochainement;
bientôt; cette semaine; ce mois-ci; au printemps; cet été; à l'automne; prochain; prochaine
"""
INVITING = """
invitation; invite; invitent; inviter; convie; convient; conviés; conviées; invités; invitées;
convié
"""
THIS = "ce; en ce"
MONTH_VARIANTS = {"janv": 1, "févr": 2, "juil": 7, "sept": 9, "déc": 12}
HOURS = {"midi": 12, "minuit": 0}
ZONES = {
    "heure de bruxelles": "Europe/Brussels",
    "heure belge": "Europe/Brussels",
    "heure de paris": "Europe/Paris",
    "heure française": "Europe/Paris",
    "heure de londres": "Europe/London",
    "heure de berlin": "Europe/Berlin",
    "heure de new york": "America/New_York",
    "hec": "CET",
    "heec": "CEST",
}

# Meetings, what may be one, and ends of compounds (MEETING_TAILS); how one is held; and what is
# one without the name: what one or two persons do, who gathers or is received being told by
# office alone (GATHERING_VERBS, GUEST_VERBS, VISITORS), opening something (BUILDINGS), a
# committee sitting, and announcing in COMPANY. "…" stands for the words between two.
MEETINGS = """
réunion; réunions; réunion ministérielle; réunion bilatérale; réunion de travail; ministérielle;
sommet; conférence; conférence de presse; conférence ministérielle; conférence des donateurs;
audition; visite; visite de travail; visite d'état; visite officielle; cérémonie; cérémonie de
signature; cérémonie de remise; cérémonie d'ouverture; symposium; table ronde; assemblée générale;
rencontre; rencontre bilatérale; déjeuner de travail; dîner de travail; petit-déjeuner de travail;
mission économique; colloque; point de presse; visioconférence; vidéoconférence; entretien
téléphonique; session plénière; réunion plénière; conseil européen; conseil des ministres; séance
plénière; webinaire; conseil agriculture et pêche; conseil agriculture; conseil environnement;
conseil transports; conseil énergie; conseil compétitivité; conseil ecofin; conseil affaires
générales; conseil affaires étrangères; conseil justice et affaires intérieures; eurogroupe
"""
OCCASIONS = """
ouverture; réception; forum; séminaire; atelier; session; consultations; entretien; entretiens;
dialogue; commémoration; exposition; vernissage; événement; évènement; mission; échange;
signature; déplacement; hommage; assises; convention; plénière; lancement; assemblée; congrès;
journée portes ouvertes; remise des prix; rencontres; inauguration; déjeuner; dîner;
petit-déjeuner; débat; pose de la première pierre; remise du prix
"""
MEETING_TAILS = ""
INDEFINITE = "un; une"
FOLLOWED_BY = """
de; du; des; de la; de l'; d'; sur; sur le; sur la; sur les; entre; avec; pour; contre; relative;
consacrée; consacré
"""
HELD = """
a rencontré; ont rencontré; rencontre; rencontrent; rencontrera; a participé; ont participé;
participe; participent; participera; participeront; a pris part; ont pris part; prend part;
prennent part; prendra part; a assisté; ont assisté; assiste; assistera; a accueilli; accueille;
accueillera; ont accueilli; a reçu; reçoit; recevra; ont reçu; s'est rendu; s'est rendue; se sont
rendus; se rend; se rendra; s'est tenu; s'est tenue; se sont tenues; se tient; se tiendra; a eu
lieu; ont eu lieu; aura lieu; a lieu; auront lieu; se déroule; se déroulera; s'est déroulé; s'est
déroulée; s'est réuni; s'est réunie; se sont réunis; se sont réunies; se réunit; se réunissent; se
réunira; se réuniront; s'est entretenu; s'est entretenue; s'entretient; se sont entretenus; a
organisé; organise; organisera; a ouvert; ouvre; ouvrira; a inauguré; inaugure; inaugurera;
inauguré; inaugurée; ouvert ses portes; a ouvert ses portes; a signé; ont signé; signe; signent;
signeront; signera; a visité; visite; visitera; ont visité; a convié; convie; invite; a invité; a
réuni; réunit; réunira; rassemble; a rassemblé; a présidé; préside; présidera; ont présidé; a
coprésidé; ont coprésidé; coprésident; copréside; à l'occasion; lors de; lors du; en marge; à
l'issue; au terme; à l'ouverture; à la clôture; au cours; a
représenté; représente; a tenu; ont tenu; tient; tiendra; a effectué; effectue; effectuera; est en
visite; a rejoint; a clôturé; prendra la parole; a pris la parole; vous invite; vous inviter; vous
invitent; vous convie; vous convier; est reçu; est reçue; sont reçus; ouvert par; ouverte par
"""
MEETING_VERBS = """
a rencontré; ont rencontré; rencontrera; rencontrent; rencontre; s'est entretenu; s'est
entretenue; se sont entretenus; s'entretient; s'est rendu; s'est rendue; se sont rendus; se rend;
se rendra; a visité; ont visité; visitera; visite; se sont rencontrés; se sont réunis; se sont
réunies; ont signé; signent; signeront; a inauguré; ont inauguré; inaugure; est en visite; a remis
… lettres de créance; a présenté … lettres de créance; ont remis … lettres de créance; ont
présenté … lettres de créance; remet … lettres de créance; présente … lettres de créance; a reçu …
lettres de créance; ont remis … lettres d'accréditation; s'est réuni; s'est réunie; a rendu
visite; s'est entretenu par téléphone; a posé … première pierre; ont posé … première pierre; pose
… première pierre; posera … première pierre; pose de la première pierre; a coupé … ruban; ont
coupé … ruban; coupe … ruban; a déposé … gerbe; ont déposé … gerbe; dépose … gerbe; a dévoilé …
plaque; ont dévoilé … plaque; a planté … arbre; ont planté … arbre; a auditionné; ont auditionné;
auditionne; a été auditionné; a été auditionnée; est allé … à la rencontre; est allée … à la
rencontre; à la rencontre des; était … auprès; est venu … soutenir; est venue … soutenir; était en
déplacement; est en déplacement; sont en déplacement; a fait le déplacement
"""
RECEIVING_VERBS = """
a reçu; ont reçu; reçoit; recevra; a accueilli; ont accueilli; accueille; accueillera; a ouvert;
ont ouvert; a effectué; a remis … prix; ont remis … prix; remet … prix; a remis … médaille; a
remis … insignes; a remis … diplôme; a remis … diplômes; a remis … trophée; a remis … clés; a
décoré; ont décoré; a installé … dans ses fonctions; a prêté serment; a signé
"""
GUEST_VERBS = """
a reçu; ont reçu; reçoit; reçoivent; recevra; a accueilli; ont accueilli; accueille; accueillera
"""
VISITORS = """
délégation; délégations; ambassadeur; ambassadrice; ambassadeurs; homologue; homologues; chef
d'état; chef de l'état; chefs d'état; chef de gouvernement; premier ministre; première ministre;
président; présidente; ministre; ministres; roi; reine; maire; bourgmestre; envoyé; envoyée;
secrétaire général; secrétaire générale; commissaire; parlementaires; députés; représentants;
invités; lauréats; lauréates; athlètes
"""
GATHERING_VERBS = """
se sont réunis; se sont réunies; se réunissent; se réuniront; se sont rencontrés; se sont
rencontrées; se rencontrent; se rencontreront; se sont retrouvés; se sont retrouvées; se
retrouvent; se sont rassemblés; se sont concertés
"""
OPENING_VERBS = """
a inauguré; ont inauguré; inaugure; inaugurent; inaugurera; a ouvert; ont ouvert; ouvre; ouvrira;
a dévoilé; ont dévoilé; dévoile; dévoilera; a mis en service; ont mis en service
"""
OPENED = """
a été inauguré; a été inaugurée; ont été inaugurés; ont été inaugurées; a été dévoilé; a été
dévoilée; est inauguré; est inaugurée; sera inauguré; sera inaugurée; seront inaugurés; seront
inaugurées; a été ouvert; a été ouverte; a été mis en service; a été mise en service
"""
BUILDINGS = """
aile; bâtiment; pont; route; rocade; tunnel; piste cyclable; bibliothèque; médiathèque; théâtre;
centre; clinique; crèche; école; collège; lycée; laboratoire; exposition; foire; salon; festival;
terminal; écluse; barrage; usine; parc; jardin; piscine; gymnase; stade; mémorial; monument;
statue; musée; galerie; caserne; commissariat; phare; ambassade; consulat; maison; refuge; réserve
naturelle; aire de jeux; résidence; logements; campus; archives; dépôt; quai; moulin; église;
salle; pavillon; locaux; halle; tramway; station d'épuration; ligne de tram; ligne de métro; ligne
ferroviaire; extension; annexe; port; aéroport; université; hôpital; gare; hôtel de ville; mairie;
château; palais; poste-frontière; village; contournement; stèle; déviation; cimetière; viaduc
"""
SITTING_VERBS = """
a entendu; entend; entendra; a auditionné; a examiné; examine; a adopté; adopte; a débattu; a
voté; a approuvé; a discuté; s'est réuni; s'est réunie; s'est penché; s'est penchée; a interrogé
"""
ANNOUNCING_VERBS = """
a annoncé; ont annoncé; annonce; annoncent; a présenté; ont présenté; a dévoilé; ont dévoilé; a
lancé; ont lancé; a été annoncé; a été annoncée; a souligné
"""
COMPANY = """
aux côtés de; aux côtés du; aux côtés d'; accompagné de; accompagnée de; accompagné du;
accompagnée du; accompagné d'; accompagnée d'; accompagné par; accompagnée par; en présence de; en
présence du; en présence d'; en compagnie de; en compagnie du; ainsi que; conjointement avec;
entouré de; entourée de
"""
VIRTUAL = "virtuel; virtuelle; virtuels; virtuelles; en ligne; hybride; numérique"
ONLINE = """
virtuellement; en ligne; par visioconférence; en visioconférence; par vidéoconférence; en
vidéoconférence; visioconférence; vidéoconférence; à distance; en format hybride; webinaire; en
distanciel; par zoom; zoom; microsoft teams; webex; en mode virtuel; de manière virtuelle; de
façon virtuelle; téléconférence; au format virtuel; réunion virtuelle; visio; en visio; par
liaison vidéo; liaison vidéo; par vidéo; en duplex; webconférence
"""
RESTRICTED = """
format restreint; en format restreint; en comité restreint; comité restreint; à huis clos; huis
clos; session fermée; réunion fermée; en petit comité; en formation restreinte; fermée à la
presse; sur invitation uniquement; sur invitation
"""

# Who chairs a meeting, with whom, who is there, and who is not.
CHAIR = """
a présidé; ont présidé; préside; présidera; présideront; présidait; présidaient; présidant; a …
présidé; coprésidait; coprésidaient; copréside; coprésident; coprésidera; coprésideront; a
coprésidé; ont coprésidé; a co-présidé; ont co-présidé; co-préside; co-présidera; co-président la;
co-présideront; a dirigé; dirigeait; assuré la présidence; assurait la présidence; assurera la
présidence; assure la présidence; assume la présidence; assurée la présidence
"""
CHAIRED_BY = """
présidé par; présidée par; présidés par; présidées par; coprésidé par; coprésidée par; co-présidé
par; co-présidée par; coprésidées par; dirigé par; dirigée par; sous la présidence de; sous la
présidence du; sous la présidence d'; sous la présidence conjointe de; sous la coprésidence de;
sous la coprésidence du; sous la conduite de; sous la direction de; sous la présidence conjointe
du; sous la coprésidence d'; sous l'égide de; co-présidés par; coprésidés par; présidence assurée
par; présidente de séance; président de séance
"""
CHAIR_WITH = "aux côtés de; aux côtés du; conjointement avec; ensemble avec"
WITH = "avec"
JOINED = """
participé; participe; participent; participera; participeront; participants; participantes; pris
part; prend part; prendra part; assisté; assiste; assistera; présent; présente; présents;
présentes; en présence de; en présence du; en présence d'; accompagné de; accompagnée de;
accompagné du; accompagnée du; accompagné par; aux côtés de; représenté par; représentée par;
représentait; rencontré; rencontre; reçu; reçoit; recevra; accueilli; accueille; s'est rendu;
s'est rendue; se rend; s'est entretenu; s'est entretenue; s'entretient; orateurs; orateur;
intervenants; intervenant; invités; délégation; signé; signataires; visité; inauguré; ouvert;
homologue; homologues; discours; allocution; intervenu; intervenue; pris la parole; prendront la
parole; prendra la parole; entretiens; entretien; ouvrira; assisteront; interviendra;
interviendront; ont assisté; ont participé; avec la participation de; ouvre; modéré; remercié;
entretenu; prennent part; avec son homologue; s'exprimera; entouré de; entourée de; modérée;
modère; accompagne; accompagnait; accompagnent; prononcera; prononcé; rencontrera; visitera;
remettra; a remis; ont remis; conduite par; menée par; présenté; représentée; connecté; connectée;
communication; communications; exposés; mots de bienvenue; remarques liminaires; ont entendu; a
entendu; invité à présenter; à la tête de; auditionné; auditionnée; a répondu aux questions; a
échangé avec; ont échangé avec; en compagnie de; en compagnie du; témoigné
"""
ABSENT = """
absent; absente; absents; excusé; excusée; excusés; excusées; en l'absence de; en l'absence du; en
l'absence d'; n'a pas pu … assister; n'a pas pu assister; n'a pas assisté; n'y a pas assisté;
n'était pas présent; n'était pas présente; n'a pas pu participer; dans un message; dans un message
vidéo; dans une lettre; empêché; empêchée; a adressé un message; a envoyé un message; a adressé un
message vidéo; a envoyé une lettre
"""

# Where it is, and what may be named with its town; and the lines of an invitation.
PLACE_BEFORE = "à; en; au; aux; dans"
SITES = """
port; ville; commune; village; château; palais; aéroport; université; musée; province; région;
district; hôpital; siège; gare; base; camp; île; vallée; hôtel de ville; mairie; école; site;
usine; poste-frontière; préfecture; capitale
"""
TRAVELLING = """
visite à; visite en; visite au; déplacement à; déplacement en; mission en; s'est rendu à; se rend
à; se rendra à; s'est rendue à; se sont rendus à; rend à; se rendra en; se rend en; visite
officielle en; visite officielle au; visite officielle à; visite d'état au; visite d'état en;
visite d'état à; visite de travail à; visite de travail au; visite de travail en; en visite à; en
visite au; en visite en; déplacement au; mission économique en; mission économique au; mission
économique à; s'est rendue en; s'est rendu en; s'est rendu au; s'est rendue au; se rendra au; se
rend au
"""
NOT_PLACES = ""
WHEN = """
quand; date; date et heure; heure; jour; quand ?; horaire; rendez-vous; date de l'événement;
début; date et horaire
"""
WHERE = """
où; lieu; endroit; adresse; où ?; lieu de l'événement; lieu de rendez-vous; adresse du jour
"""
WHO = "qui; avec; participants; intervenants; orateurs; invités; en présence de; qui ?"

# Nouns are written together: an office may be the end of a longer word.
COMPOUNDS = False

# Endings of an office held by women, and all that an office may end in beside its own.
FEMININE = ""
ENDINGS = "s e es"
