import datetime
import uuid

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import releases.models.document
import releases.models.meeting
import releases.models.picture
import releases.models.quote
import releases.models.recording
import releases.models.rights
import releases.text.captions
import releases.text.fields
import releases.text.languages
import releases.text.names


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('slug', models.SlugField(blank=True, help_text="The last part of the page's address. Made from the name if left empty; after a change, the old address leads to the new one.", max_length=90, unique=True, verbose_name='address')),
                ('names', releases.text.names.NamesField(default=releases.text.names.Names, verbose_name='name')),
                ('website', models.URLField(blank=True, verbose_name='website')),
            ],
            options={
                'verbose_name': 'organisation',
                'verbose_name_plural': 'organisations',
                'ordering': ['slug'],
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('slug', models.SlugField(blank=True, help_text="The last part of the page's address. Made from the name if left empty; after a change, the old address leads to the new one.", max_length=90, unique=True, verbose_name='address')),
                ('name', models.CharField(help_text='Without titles, as in “Sophie Wilmès”.', max_length=200, verbose_name='name')),
            ],
            options={
                'verbose_name': 'person',
                'verbose_name_plural': 'people',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='PublicState',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveBigIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='Topic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('slug', models.SlugField(blank=True, help_text="The last part of the page's address. Made from the name if left empty; after a change, the old address leads to the new one.", max_length=90, unique=True, verbose_name='address')),
                ('names', releases.text.names.NamesField(default=releases.text.names.Names, verbose_name='name')),
            ],
            options={
                'verbose_name': 'topic',
                'verbose_name_plural': 'topics',
                'ordering': ['slug'],
            },
        ),
        migrations.CreateModel(
            name='Address',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scope', models.CharField(max_length=20)),
                ('slug', models.SlugField(max_length=90)),
                ('owner', models.PositiveBigIntegerField()),
            ],
            options={
                'indexes': [models.Index(fields=['owner'], name='address_owner')],
                'constraints': [models.UniqueConstraint(fields=('scope', 'slug'), name='address_given_once')],
            },
        ),
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('title', models.CharField(max_length=300, verbose_name='title')),
                ('kind', models.CharField(choices=[('communique', 'Communiqué'), ('agreement', 'Agreement'), ('report', 'Report'), ('background', 'Background'), ('other', 'Other document')], default='other', max_length=20, verbose_name='kind')),
                ('language', models.CharField(blank=True, choices=releases.text.languages.languages, max_length=12, verbose_name='language')),
                ('url', models.URLField(blank=True, max_length=1000, verbose_name='link')),
                ('file', releases.text.fields.PrivateFileField(blank=True, max_length=200, upload_to=releases.models.document.file_place, verbose_name='file')),
                ('sha256', models.CharField(blank=True, db_index=True, editable=False, max_length=64, verbose_name='SHA-256')),
                ('size', models.PositiveBigIntegerField(editable=False, null=True, verbose_name='bytes')),
                ('why', models.TextField(blank=True, help_text='One sentence, for the press office alone.', verbose_name='why it replaces that one')),
                ('alternative', models.ForeignKey(blank=True, help_text='The same document in a form everybody can read, if this one is not.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='releases.document', verbose_name='accessible version')),
                ('original', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='releases.document')),
                ('replaces', models.OneToOneField(blank=True, error_messages={'unique': 'That one has been replaced already: replace the newer one.'}, help_text='The document in whose place this one is to be listed.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replacement', to='releases.document', verbose_name='replaces')),
            ],
            options={
                'verbose_name': 'document',
                'verbose_name_plural': 'documents',
                'ordering': ['title'],
            },
        ),
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('language', models.CharField(choices=releases.text.languages.languages, default=releases.text.languages.default_language, max_length=12, verbose_name='language')),
                ('version', models.PositiveSmallIntegerField(default=1, editable=False, verbose_name='version')),
                ('title', models.CharField(max_length=300, verbose_name='title')),
                ('slug', models.SlugField(blank=True, help_text="The last part of the release's address. Made from the title; short words the reader would type are best.", max_length=90, verbose_name='address')),
                ('summary', models.TextField(blank=True, help_text='One paragraph, shown in lists, feeds and search engines.', verbose_name='summary')),
                ('body', models.TextField(help_text='Paste from Word or a mail: headings, lists, tables, bold, italics and links stay. A button marks a passage in another language; where there are no buttons, write <code>&lt;span lang="fr"&gt;…&lt;/span&gt;</code>.', verbose_name='text')),
                ('change_note', models.TextField(blank=True, help_text='From the second version on: one sentence, shown to the public with its date.', verbose_name='what was corrected')),
                ('minor', models.BooleanField(default=False, help_text='Spelling or layout only: no words of a quote, names, numbers or dates.', verbose_name='minor change')),
                ('source_body', models.TextField(blank=True, editable=False)),
                ('is_behind', models.BooleanField(default=False, editable=False)),
                ('submitted_at', models.DateTimeField(editable=False, null=True, verbose_name='submitted at')),
                ('visible_from', models.DateTimeField(editable=False, null=True, verbose_name='stands from')),
                ('visible_until', models.DateTimeField(editable=False, null=True, verbose_name='stood until')),
                ('planned_from', models.DateTimeField(editable=False, null=True, verbose_name='planned for')),
                ('public_since', models.DateTimeField(editable=False, null=True, verbose_name='public since')),
                ('corrected_at', models.DateTimeField(editable=False, null=True, verbose_name='corrected at')),
                ('lead', models.TextField(editable=False)),
                ('printed', models.JSONField(default=dict, editable=False)),
                ('approved_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='approved by')),
                ('source', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='translations', to='releases.edition', verbose_name='translated from')),
                ('submitted_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='submitted by')),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='written by')),
            ],
            options={
                'verbose_name': 'edition',
                'verbose_name_plural': 'editions',
                'ordering': ['release', 'language', '-version'],
                'permissions': [('write_any_language', 'Can write in every language'), ('submit_edition', 'Can submit texts for review'), ('approve_edition', 'Can approve, send back and schedule texts')],
            },
        ),
        migrations.CreateModel(
            name='Enclosure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='enclosures', to='releases.document', verbose_name='document')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='enclosures', to='releases.edition', verbose_name='edition')),
            ],
            options={
                'verbose_name': 'document of a text',
                'verbose_name_plural': 'documents of texts',
                'ordering': ['pk'],
                'default_permissions': (),
            },
        ),
        migrations.AddField(
            model_name='edition',
            name='documents',
            field=models.ManyToManyField(blank=True, help_text='They go public with this text, and are fixed with it.', related_name='editions', through='releases.Enclosure', to='releases.document', verbose_name='documents'),
        ),
        migrations.CreateModel(
            name='Freeze',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('starts_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='from')),
                ('ends_at', models.DateTimeField(blank=True, null=True, verbose_name='until')),
                ('public_reason', releases.text.names.NamesField(blank=True, default=releases.text.names.Names, help_text='Shown on the site while it lasts, such as “Period of national mourning”.', verbose_name='public reason')),
                ('internal_reason', models.TextField(help_text='For the press office alone.', verbose_name='internal reason')),
                ('emergency', models.BooleanField(default=False, editable=False, verbose_name='emergency stop')),
                ('holds_after', models.DateTimeField(editable=False)),
                ('by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='begun by')),
            ],
            options={
                'verbose_name': 'freeze',
                'verbose_name_plural': 'freezes',
                'ordering': ['-starts_at'],
            },
        ),
        migrations.CreateModel(
            name='Identity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('names', releases.text.names.NamesField(blank=True, default=releases.text.names.Names, help_text='Such as “Newsroom”, in the head of pages.', verbose_name='name of the site')),
                ('publishers', releases.text.names.NamesField(blank=True, default=releases.text.names.Names, help_text='The authority that publishes here, in its full name.', verbose_name='publisher')),
                ('emblem', releases.text.fields.EmblemField(blank=True, help_text='An SVG or PNG file of 200 kB at most. It stands on the accent colour in the head.', max_length=200, upload_to='emblems', verbose_name='emblem')),
                ('emblem_dark', releases.text.fields.EmblemField(blank=True, help_text='Where the other one cannot be seen on a dark ground.', max_length=200, upload_to='emblems', verbose_name='emblem in dark colours')),
                ('proportion', models.FloatField(default=1, editable=False)),
                ('proportion_dark', models.FloatField(default=1, editable=False)),
                ('accent', models.CharField(blank=True, help_text='As #rrggbb, dark enough for white letters. What people say is set in it, and the head of the pages. Empty, it is #1d4f91.', max_length=7, verbose_name='accent colour')),
                ('addresses', releases.text.names.TextsField(blank=True, default=releases.text.names.Names, verbose_name='postal address')),
                ('desk_email', models.EmailField(blank=True, max_length=254, verbose_name='email of the press desk')),
                ('desk_phone', models.CharField(blank=True, help_text='With the country code, as in +32 2 501 81 11.', max_length=40, verbose_name='telephone of the press desk')),
                ('desk_hours', releases.text.names.NamesField(blank=True, default=releases.text.names.Names, help_text='Such as “Weekdays 9:00–18:00”.', verbose_name='hours of the press desk')),
                ('desk_phone_out_of_hours', models.CharField(blank=True, max_length=40, verbose_name='telephone outside these hours')),
                ('accounts', models.TextField(blank=True, help_text='One a line, its name and then its address: Mastodon https://social.example/@press', verbose_name='accounts elsewhere')),
                ('legal_notice', releases.text.names.TextsField(blank=True, default=releases.text.names.Names, help_text='Has a page of its own, once it is given.', verbose_name='legal notice')),
                ('privacy', releases.text.names.TextsField(blank=True, default=releases.text.names.Names, help_text='Has a page of its own, once it is given.', verbose_name='privacy')),
                ('licence', releases.text.names.NamesField(blank=True, default=releases.text.names.Names, help_text='One sentence, at the foot of every page.', verbose_name='licence for reuse')),
                ('licence_url', models.URLField(blank=True, max_length=1000, verbose_name='link to the licence')),
                ('compliance', models.CharField(blank=True, choices=[('full', 'Fully compliant'), ('partial', 'Partially compliant'), ('none', 'Not compliant')], help_text='With EN 301 549, as somebody has found. The accessibility statement is shown once this is given.', max_length=10, verbose_name='accessibility')),
                ('compliance_on', models.DateField(blank=True, help_text='When it was prepared, or last reviewed.', null=True, verbose_name='day of the accessibility statement')),
                ('compliance_gaps', releases.text.names.TextsField(blank=True, default=releases.text.names.Names, help_text='What it is, and why.', verbose_name='what is not accessible')),
                ('compliance_email', models.EmailField(blank=True, help_text='Empty, it is that of the press desk.', max_length=254, verbose_name='email about accessibility')),
                ('enforcement', releases.text.names.NamesField(blank=True, default=releases.text.names.Names, help_text='Whom readers turn to who got no answer about accessibility.', verbose_name='enforcement body')),
                ('enforcement_url', models.URLField(blank=True, max_length=1000, verbose_name='link to the enforcement body')),
            ],
            options={
                'verbose_name': 'identity of the newsroom',
                'verbose_name_plural': 'identity of the newsroom',
                'constraints': [models.CheckConstraint(condition=models.Q(('pk', 1)), name='identity_is_one_row')],
            },
        ),
        migrations.CreateModel(
            name='Mail',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('to', models.EmailField(max_length=254, verbose_name='to')),
                ('subject', models.CharField(max_length=200, verbose_name='subject')),
                ('body', models.TextField(blank=True, verbose_name='text')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='written at')),
                ('due_at', models.DateTimeField(default=django.utils.timezone.now, null=True, verbose_name='next attempt')),
                ('attempts', models.PositiveIntegerField(default=0, verbose_name='attempts')),
                ('handed_over_at', models.DateTimeField(null=True, verbose_name='handed over at')),
                ('error', models.TextField(blank=True, verbose_name='error')),
            ],
            options={
                'verbose_name': 'mail',
                'verbose_name_plural': 'mails',
                'ordering': ['pk'],
                'indexes': [models.Index(condition=models.Q(('due_at__isnull', False)), fields=['due_at'], name='mail_waiting')],
            },
        ),
        migrations.CreateModel(
            name='EmbargoAccess',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('outlet', models.CharField(max_length=200, verbose_name='outlet')),
                ('email', models.EmailField(max_length=254, verbose_name='email')),
                ('language', models.CharField(choices=releases.text.languages.languages, default=releases.text.languages.default_language, help_text='Of the mail, and of the text where there is one.', max_length=12, verbose_name='language')),
                ('expires_at', models.DateTimeField(blank=True, help_text='Empty: the link works until the release is public, and then leads there.', null=True, verbose_name='expires at')),
                ('digest', models.CharField(editable=False, max_length=64, unique=True)),
                ('next_digest', models.CharField(blank=True, db_index=True, editable=False, max_length=64)),
                ('given_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='given at')),
                ('mailed_at', models.DateTimeField(editable=False, null=True, verbose_name='mailed at')),
                ('accepted_at', models.DateTimeField(editable=False, null=True, verbose_name='terms accepted at')),
                ('revoked_at', models.DateTimeField(editable=False, null=True, verbose_name='revoked at')),
                ('given_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='given by')),
                ('mail', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='accesses', to='releases.mail', verbose_name='mail')),
            ],
            options={
                'verbose_name': 'access under embargo',
                'verbose_name_plural': 'accesses under embargo',
                'ordering': ['-given_at'],
            },
        ),
        migrations.CreateModel(
            name='Mention',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('t', 'Topic'), ('p', 'Person'), ('a', 'Office'), ('o', 'Organisation'), ('m', 'Meeting'), ('d', 'Document'), ('c', 'Contact'), ('i', 'Picture'), ('r', 'Recording')], max_length=1)),
                ('subject', models.BigIntegerField()),
                ('order', models.BigIntegerField()),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to='releases.edition')),
            ],
        ),
        migrations.CreateModel(
            name='Opening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='opened at')),
                ('method', models.CharField(default='GET', max_length=4, verbose_name='request')),
                ('agent', models.CharField(blank=True, max_length=300, verbose_name='program')),
                ('access', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='openings', to='releases.embargoaccess')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='releases.edition')),
            ],
            options={
                'verbose_name': 'opening',
                'verbose_name_plural': 'openings',
                'ordering': ['-at'],
            },
        ),
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('slug', models.SlugField(blank=True, help_text="The last part of the page's address. Made from the name if left empty; after a change, the old address leads to the new one.", max_length=90, unique=True, verbose_name='address')),
                ('names', releases.text.names.NamesField(default=releases.text.names.Names, verbose_name='name')),
                ('starts_on', models.DateField(verbose_name='first day')),
                ('starts_at', models.TimeField(blank=True, help_text='Empty if only the day is known.', null=True, verbose_name='begins at')),
                ('ends_on', models.DateField(blank=True, help_text='Empty for a meeting of one day.', null=True, verbose_name='last day')),
                ('ends_at', models.TimeField(blank=True, null=True, verbose_name='ends at')),
                ('time_zone', models.CharField(default=releases.models.meeting.newsroom_zone, help_text='Such as Europe/Brussels or America/New_York.', max_length=50, validators=[releases.models.meeting.check_zone], verbose_name='time zone of the place')),
                ('format', models.CharField(choices=[('in_person', 'In person'), ('virtual', 'Virtual'), ('hybrid', 'In person and online')], default='in_person', max_length=20, verbose_name='format')),
                ('restricted', models.BooleanField(default=False, help_text='Only some of the members took part.', verbose_name='restricted format')),
                ('place', releases.text.names.NamesField(blank=True, default=releases.text.names.Names, verbose_name='place')),
                ('status', models.CharField(choices=[('planned', 'Planned'), ('confirmed', 'Confirmed'), ('postponed', 'Postponed'), ('cancelled', 'Cancelled'), ('held', 'Held')], default='planned', max_length=20, verbose_name='status')),
                ('moved_from', models.DateField(editable=False, null=True, verbose_name='first announced for')),
                ('moved_from_at', models.TimeField(editable=False, null=True, verbose_name='at the hour')),
                ('moved_from_zone', models.CharField(blank=True, default='', editable=False, max_length=50, verbose_name='by the clocks of')),
                ('attendance', releases.text.names.NamesField(blank=True, default=releases.text.names.Names, help_text='Such as “32 States and international organisations”.', verbose_name='who took part, in words')),
                ('announced_at', models.DateTimeField(blank=True, help_text='Empty: the meeting is public once a public release names it.', null=True, verbose_name='public from')),
                ('begins_at', models.DateTimeField(editable=False, verbose_name='begins')),
                ('over_at', models.DateTimeField(editable=False, verbose_name='over')),
                ('order', models.BigIntegerField(editable=False)),
                ('written_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='written by')),
                ('organiser', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='organised_meetings', to='releases.organisation', verbose_name='organiser')),
            ],
            options={
                'verbose_name': 'meeting',
                'verbose_name_plural': 'meetings',
                'ordering': ['-begins_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Appointment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('titles', releases.text.names.NamesField(default=releases.text.names.Names, verbose_name='title')),
                ('since', models.DateField(verbose_name='from')),
                ('until', models.DateField(blank=True, help_text='The last day. Empty: still in office.', null=True, verbose_name='until')),
                ('acting', models.BooleanField(default=False, help_text='Holds the office for the time being.', verbose_name='acting')),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='releases.organisation', verbose_name='organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='releases.person', verbose_name='person')),
            ],
            options={
                'verbose_name': 'appointment',
                'verbose_name_plural': 'appointments',
                'ordering': ['-since'],
            },
        ),
        migrations.CreateModel(
            name='Outcome',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_from', models.DateTimeField(blank=True, help_text='Empty: not yet. Not before the meeting is announced.', null=True, verbose_name='public from')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='outcomes', to='releases.document', verbose_name='document')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='outcomes', to='releases.meeting', verbose_name='meeting')),
            ],
            options={
                'verbose_name': 'outcome document',
                'verbose_name_plural': 'outcome documents',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Participation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('capacity', models.CharField(choices=[('chair', 'Chair'), ('co_chair', 'Co-chair'), ('host', 'Host'), ('participant', 'Participant'), ('observer', 'Observer')], default='participant', max_length=20, verbose_name='capacity')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
                ('order', models.BigIntegerField(editable=False)),
                ('appointment', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='participations', to='releases.appointment', verbose_name='person and office')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='participations', to='releases.meeting', verbose_name='meeting')),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='participations', to='releases.organisation', verbose_name='organisation')),
                ('person', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='participations', to='releases.person')),
            ],
            options={
                'verbose_name': 'participation',
                'verbose_name_plural': 'participations',
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Picture',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('credit', models.CharField(blank=True, help_text='Who took it, and for whom.', max_length=200, verbose_name='credit')),
                ('rights', models.CharField(choices=[('press', 'Free for press use'), ('editorial', 'Editorial use only'), ('none', 'Not for reuse')], default='press', max_length=20, verbose_name='rights')),
                ('rights_until', models.DateField(blank=True, help_text='The last day on which it may be shown: at midnight it is gone from every page. Empty: for good.', null=True, verbose_name='until')),
                ('taken_on', models.DateField(blank=True, null=True, verbose_name='taken on')),
                ('key', models.SlugField(default=releases.models.rights.new_key, editable=False, max_length=20, unique=True, verbose_name='key')),
                ('sha256', models.CharField(blank=True, editable=False, max_length=64, verbose_name='SHA-256')),
                ('size', models.PositiveBigIntegerField(default=0, editable=False, verbose_name='bytes')),
                ('name', models.CharField(help_text='The desk finds it by this; nobody else sees it.', max_length=200, verbose_name='name')),
                ('file', releases.text.fields.PrivateFileField(help_text='A JPEG, PNG, WebP or AVIF, as large as you have it.', max_length=200, upload_to=releases.models.picture.original_place, verbose_name='file')),
                ('alternative', releases.text.names.NamesField(blank=True, default=releases.text.names.Names, help_text='What is to be seen, for those who do not see it: a sentence.', max_length=500, verbose_name='alternative text')),
                ('decorative', models.BooleanField(default=False, help_text='It only adorns: those who do not see it miss nothing, and are told nothing.', verbose_name='says nothing')),
                ('caption', releases.text.names.NamesField(blank=True, default=releases.text.names.Names, help_text='What it does not show itself: who, where, what for.', max_length=1000, verbose_name='caption')),
                ('place', releases.text.names.NamesField(blank=True, default=releases.text.names.Names, help_text='Such as “Brussels”.', verbose_name='taken in')),
                ('nobody', models.BooleanField(default=False, help_text='So that nobody is asked who is to be seen.', verbose_name='nobody can be recognised')),
                ('focus_x', models.PositiveSmallIntegerField(default=50, help_text='In hundredths of the width. Choose it in the picture, or type it.', validators=[django.core.validators.MaxValueValidator(100)], verbose_name='what must stay in sight: from the left')),
                ('focus_y', models.PositiveSmallIntegerField(default=50, help_text='In hundredths of the height.', validators=[django.core.validators.MaxValueValidator(100)], verbose_name='from the top')),
                ('width', models.PositiveIntegerField(editable=False, verbose_name='width')),
                ('height', models.PositiveIntegerField(editable=False, verbose_name='height')),
                ('transparent', models.BooleanField(default=False, editable=False)),
                ('people', models.ManyToManyField(blank=True, help_text='For the press office alone: the public reads the caption.', related_name='pictures', to='releases.person', verbose_name='people shown')),
            ],
            options={
                'verbose_name': 'picture',
                'verbose_name_plural': 'pictures',
                'ordering': ['-pk'],
            },
        ),
        migrations.AddField(
            model_name='person',
            name='portrait',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='portrait_of', to='releases.picture', verbose_name='portrait'),
        ),
        migrations.AddField(
            model_name='organisation',
            name='logo',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='logo_of', to='releases.picture', verbose_name='logo'),
        ),
        migrations.CreateModel(
            name='Illustration',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='illustrations', to='releases.edition', verbose_name='edition')),
                ('picture', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='illustrations', to='releases.picture', verbose_name='picture')),
            ],
            options={
                'verbose_name': 'picture of a text',
                'verbose_name_plural': 'pictures of a text',
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Presence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='releases.edition')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='PressContact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('roles', releases.text.names.NamesField(blank=True, default=releases.text.names.Names, help_text='Such as “Spokesperson”.', verbose_name='role')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='email')),
                ('phone', models.CharField(blank=True, help_text='With the country code, as in +32 2 501 81 11.', max_length=40, verbose_name='telephone')),
            ],
            options={
                'verbose_name': 'press contact',
                'verbose_name_plural': 'press contacts',
                'ordering': ['name'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('email', ''), _negated=True), models.Q(('phone', ''), _negated=True), _connector='OR'), name='contact_can_be_reached', violation_error_message='Give an email address or a telephone number.')],
            },
        ),
        migrations.CreateModel(
            name='PressRelease',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('reference', models.CharField(editable=False, help_text='Given once the release is public, and never to another one.', max_length=12, null=True, unique=True, verbose_name='reference')),
                ('kind', models.CharField(choices=[('press_release', 'Press release'), ('statement', 'Statement'), ('speech', 'Speech'), ('media_advisory', 'Media advisory')], default='press_release', max_length=20, verbose_name='kind')),
                ('year', models.PositiveSmallIntegerField(editable=False, null=True)),
                ('number', models.PositiveIntegerField(editable=False, null=True)),
                ('status', models.CharField(choices=[('draft', 'Draft'), ('in_review', 'In review'), ('approved', 'Approved')], default='draft', editable=False, max_length=20, verbose_name='status')),
                ('publish_at', models.DateTimeField(blank=True, editable=False, help_text='When the embargo lifts, in every language.', null=True, verbose_name='goes public at')),
                ('public_from', models.DateTimeField(editable=False, null=True)),
                ('order', models.BigIntegerField(editable=False, null=True, unique=True)),
                ('came_out_at', models.DateTimeField(editable=False, null=True, verbose_name='came out at')),
                ('held_at', models.DateTimeField(editable=False, null=True, verbose_name='held back since')),
                ('held_reason', models.TextField(blank=True, editable=False, verbose_name='why it is held back')),
                ('first_published_at', models.DateTimeField(blank=True, editable=False, help_text='Where it was public before it came here: the release is dated by it.', null=True, verbose_name='first published at')),
                ('place', releases.text.names.NamesField(blank=True, default=releases.text.names.Names, help_text='The town of the dateline, as in “Brussels, 30 March 2021”.', verbose_name='place')),
                ('removal', models.CharField(blank=True, choices=[('in_error', 'Published in error'), ('consolidated', 'Consolidated into another page'), ('withdrawn', 'Withdrawn'), ('archived', 'Archived')], editable=False, max_length=20, verbose_name='removal')),
                ('removed_at', models.DateTimeField(editable=False, null=True, verbose_name='removed at')),
                ('removal_note', releases.text.names.NamesField(blank=True, default=releases.text.names.Names, editable=False, verbose_name='public explanation')),
                ('removed_in', models.JSONField(blank=True, default=list, editable=False, verbose_name='removed in the languages')),
                ('removals', models.JSONField(blank=True, default=list, editable=False, verbose_name='earlier removals')),
                ('moved_to_url', models.URLField(blank=True, default='', editable=False, max_length=500, verbose_name='leads to the page')),
                ('contacts', models.ManyToManyField(blank=True, help_text='Whom journalists can call about this release.', related_name='releases', to='releases.presscontact', verbose_name='press contacts')),
                ('held_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='held back by')),
                ('meetings', models.ManyToManyField(blank=True, help_text='What the release reports on. A meeting is public once its release is.', related_name='releases', to='releases.meeting', verbose_name='meetings')),
                ('moved_to', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='releases.pressrelease', verbose_name='leads to the release')),
                ('topics', models.ManyToManyField(blank=True, related_name='releases', to='releases.topic', verbose_name='topics')),
            ],
            options={
                'verbose_name': 'press release',
                'verbose_name_plural': 'press releases',
                'ordering': [models.OrderBy(models.F('publish_at'), descending=True, nulls_first=True), '-pk'],
                'permissions': [('remove_pressrelease', 'Can remove releases from the site'), ('hold_pressrelease', 'Can hold back what is still to come of releases'), ('schedule_pressrelease', 'Can move embargoes, and let go what is held back')],
            },
        ),
        migrations.CreateModel(
            name='Intake',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(blank=True, max_length=200, verbose_name='file')),
                ('file', releases.text.fields.PrivateFileField(blank=True, upload_to='intake/%Y/%m/', verbose_name='original')),
                ('digest', models.CharField(db_index=True, editable=False, max_length=64)),
                ('document', models.JSONField(default=dict, editable=False)),
                ('proposal', models.JSONField(default=dict, editable=False)),
                ('answers', models.TextField(blank=True, editable=False)),
                ('language', models.CharField(blank=True, editable=False, max_length=12)),
                ('address', models.URLField(blank=True, help_text='Where the release was read before: that address leads to it from now on.', max_length=1000, verbose_name='original address')),
                ('path', models.CharField(blank=True, editable=False, max_length=1000)),
                ('at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='taken in at')),
                ('by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='taken in by')),
                ('release', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='intakes', to='releases.pressrelease', verbose_name='press release')),
            ],
            options={
                'verbose_name': 'intake',
                'verbose_name_plural': 'intakes',
                'ordering': ['-pk'],
            },
        ),
        migrations.AddField(
            model_name='embargoaccess',
            name='release',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='accesses', to='releases.pressrelease', verbose_name='press release'),
        ),
        migrations.AddField(
            model_name='edition',
            name='release',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='editions', to='releases.pressrelease', verbose_name='press release'),
        ),
        migrations.CreateModel(
            name='Profile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('languages', models.JSONField(blank=True, default=list, help_text='The languages a translator writes.', verbose_name='languages')),
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='profile', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'languages of a translator',
                'verbose_name_plural': 'languages of a translator',
            },
        ),
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('object_id', models.PositiveBigIntegerField()),
                ('drawn_from', models.PositiveIntegerField()),
                ('changes', models.JSONField(verbose_name='what it changes')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='at')),
                ('reason', models.TextField(blank=True, verbose_name='reason')),
                ('state', models.CharField(choices=[('waiting', 'Waits for an editor'), ('accepted', 'Accepted'), ('refused', 'Refused'), ('withdrawn', 'Taken back'), ('alone', 'In force, unconfirmed'), ('confirmed', 'In force, confirmed')], db_index=True, default='waiting', max_length=20, verbose_name='state')),
                ('decided_at', models.DateTimeField(null=True, verbose_name='decided at')),
                ('answer', models.TextField(blank=True, verbose_name='answer')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='contenttypes.contenttype')),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='decided by')),
            ],
            options={
                'verbose_name': 'proposed change',
                'verbose_name_plural': 'proposed changes',
                'ordering': ['-at', '-pk'],
                'permissions': [('decide_proposal', 'Can change at once what the public leans on, and decide')],
            },
        ),
        migrations.CreateModel(
            name='Quote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.SlugField(default=releases.models.quote.new_key, editable=False, max_length=20, verbose_name='key')),
                ('words', models.TextField(help_text='Copied from the text, without the outer quotation marks. Where the text breaks the quote off, such as for “she said”, leave an empty line there.', verbose_name='words')),
                ('title_as_printed', models.CharField(blank=True, help_text="How the text names the speaker's office, if it does.", max_length=300, verbose_name='title as printed')),
                ('language', models.CharField(blank=True, choices=releases.text.languages.languages, help_text="If it differs from the text's language, the words are a translation.", max_length=12, verbose_name='spoken in')),
                ('original_words', models.TextField(blank=True, help_text='For a translation: the words in the language they were spoken in.', verbose_name='words as spoken')),
                ('official', models.BooleanField(default=False, help_text="The speaker's own office has published or approved this translation.", verbose_name='official translation')),
                ('position', models.PositiveSmallIntegerField(default=0, editable=False, verbose_name='order')),
                ('printed', models.JSONField(default=dict, editable=False)),
                ('order', models.BigIntegerField(editable=False, null=True)),
                ('appointment', models.ForeignKey(blank=True, help_text="Leave it empty: the office of the release's day is filled in.", null=True, on_delete=django.db.models.deletion.PROTECT, related_name='quotes', to='releases.appointment', verbose_name='office held that day')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='quotes', to='releases.edition', verbose_name='edition')),
                ('meeting', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='quotes', to='releases.meeting', verbose_name='said at')),
                ('speaker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='quotes', to='releases.person', verbose_name='speaker')),
            ],
            options={
                'verbose_name': 'quote',
                'verbose_name_plural': 'quotes',
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Recording',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('credit', models.CharField(blank=True, help_text='Who took it, and for whom.', max_length=200, verbose_name='credit')),
                ('rights', models.CharField(choices=[('press', 'Free for press use'), ('editorial', 'Editorial use only'), ('none', 'Not for reuse')], default='press', max_length=20, verbose_name='rights')),
                ('rights_until', models.DateField(blank=True, help_text='The last day on which it may be shown: at midnight it is gone from every page. Empty: for good.', null=True, verbose_name='until')),
                ('taken_on', models.DateField(blank=True, null=True, verbose_name='taken on')),
                ('key', models.SlugField(default=releases.models.rights.new_key, editable=False, max_length=20, unique=True, verbose_name='key')),
                ('sha256', models.CharField(blank=True, editable=False, max_length=64, verbose_name='SHA-256')),
                ('size', models.PositiveBigIntegerField(default=0, editable=False, verbose_name='bytes')),
                ('title', releases.text.names.NamesField(default=releases.text.names.Names, help_text='What is to be seen or heard, and who speaks.', verbose_name='title')),
                ('kind', models.CharField(choices=[('video', 'Video'), ('sound', 'Sound')], default='video', help_text='Of a link. A file says itself what it is.', max_length=10, verbose_name='kind')),
                ('url', models.URLField(blank=True, help_text='The page of another host that plays it. Readers are told that it is there.', max_length=1000, verbose_name='link')),
                ('file', releases.text.fields.PrivateFileField(blank=True, help_text='A video as MP4 or WebM; sound as MP3, M4A, Ogg or WAV.', max_length=200, upload_to=releases.models.recording.file_place, verbose_name='file')),
                ('duration', models.DurationField(blank=True, help_text='Minutes and seconds, such as 3:20. Read from the file where it says so.', null=True, validators=[django.core.validators.MinValueValidator(datetime.timedelta(seconds=1)), django.core.validators.MaxValueValidator(datetime.timedelta(days=365))], verbose_name='length')),
                ('captions', releases.text.captions.CaptionsField(blank=True, default=releases.text.names.Names, help_text='What is said, with its times, as WebVTT: for who cannot hear it. Paste it, or choose the file, which takes the place of the text.', max_length=300000, verbose_name='captions')),
                ('transcript', releases.text.names.TextsField(blank=True, default=releases.text.names.Names, help_text='What is said and to be heard, as a text to read. Sound needs one.', max_length=200000, verbose_name='transcript')),
                ('no_speech', models.BooleanField(default=False, help_text='So that nobody is asked for captions or a transcript.', verbose_name='nobody speaks')),
                ('media_type', models.CharField(blank=True, editable=False, max_length=20, verbose_name='type')),
                ('width', models.PositiveIntegerField(default=0, editable=False, verbose_name='width')),
                ('height', models.PositiveIntegerField(default=0, editable=False, verbose_name='height')),
                ('poster', models.ForeignKey(blank=True, help_text='The picture in the place of a video until it is played.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='poster_of', to='releases.picture', verbose_name='poster')),
            ],
            options={
                'verbose_name': 'recording',
                'verbose_name_plural': 'recordings',
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='Playback',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='playbacks', to='releases.edition', verbose_name='edition')),
                ('recording', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='playbacks', to='releases.recording', verbose_name='recording')),
            ],
            options={
                'verbose_name': 'recording of a text',
                'verbose_name_plural': 'recordings of a text',
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Reprint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('object_id', models.PositiveBigIntegerField()),
                ('note', releases.text.names.NamesField(default=releases.text.names.Names, verbose_name='public note')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='at')),
                ('approved_at', models.DateTimeField(null=True, verbose_name='approved at')),
                ('approved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='approved by')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='contenttypes.contenttype')),
                ('editions', models.ManyToManyField(related_name='reprints', to='releases.edition', verbose_name='texts')),
            ],
            options={
                'verbose_name': 'printing anew',
                'verbose_name_plural': 'texts printed anew',
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Showing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reader', models.CharField(max_length=12)),
                ('own', models.BooleanField()),
                ('listed', models.BooleanField()),
                ('kind', models.CharField(max_length=20)),
                ('order', models.BigIntegerField()),
                ('newest', models.BigIntegerField()),
                ('visible_from', models.DateTimeField()),
                ('visible_until', models.DateTimeField(null=True)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='showings', to='releases.edition')),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='showings', to='releases.pressrelease')),
            ],
        ),
        migrations.CreateModel(
            name='Sight',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sights', to='releases.meeting', verbose_name='meeting')),
                ('picture', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sights', to='releases.picture', verbose_name='picture')),
            ],
            options={
                'verbose_name': 'picture of a meeting',
                'verbose_name_plural': 'pictures of a meeting',
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Step',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('submitted', 'Submitted'), ('sent_back', 'Sent back'), ('approved', 'Approved'), ('unscheduled', 'Taken off the schedule'), ('moved', 'Moved'), ('held', 'Held back'), ('let_go', 'Let go')], max_length=20)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('reason', models.TextField(blank=True, verbose_name='reason')),
                ('due', models.DateTimeField(null=True, verbose_name='goes public at')),
                ('accepted', models.JSONField(blank=True, default=list, verbose_name='accepted warnings')),
                ('alone', models.BooleanField(default=False)),
                ('confirmed_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('confirmed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='releases.edition')),
            ],
            options={
                'verbose_name': 'step',
                'verbose_name_plural': 'steps',
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.AddIndex(
            model_name='document',
            index=models.Index(fields=['kind', '-id'], name='document_of_kind'),
        ),
        migrations.AddIndex(
            model_name='document',
            index=models.Index(fields=['title'], name='document_by_title'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('url', ''), models.Q(('file', ''), _negated=True)), models.Q(models.Q(('url', ''), _negated=True), ('file', '')), _connector='OR'), name='document_is_link_or_file', violation_error_message='Give either a link or a file.'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.CheckConstraint(condition=models.Q(('file', ''), models.Q(('sha256', ''), _negated=True), _connector='OR'), name='document_file_has_digest', violation_error_message='The digest of the file is missing.'),
        ),
        migrations.AddConstraint(
            model_name='enclosure',
            constraint=models.UniqueConstraint(fields=('edition', 'document'), name='enclosure_once_a_text'),
        ),
        migrations.AddIndex(
            model_name='freeze',
            index=models.Index(fields=['ends_at', 'starts_at'], name='freeze_on'),
        ),
        migrations.AddConstraint(
            model_name='freeze',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at', None), ('ends_at__gte', models.F('starts_at')), _connector='OR'), name='freeze_ends_after_it_begins', violation_error_message='A freeze cannot end before it begins.'),
        ),
        migrations.AddConstraint(
            model_name='freeze',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at__isnull', False), ('emergency', True), _connector='OR'), name='freeze_has_an_end', violation_error_message='Say when the freeze ends.'),
        ),
        migrations.AddConstraint(
            model_name='freeze',
            constraint=models.UniqueConstraint(condition=models.Q(('emergency', True), ('ends_at', None)), fields=('emergency',), name='freeze_one_stop_at_a_time', violation_error_message='Everything is stopped already.'),
        ),
        migrations.AddIndex(
            model_name='mention',
            index=models.Index(fields=['kind', 'subject', '-order'], name='mention_latest'),
        ),
        migrations.AddConstraint(
            model_name='mention',
            constraint=models.UniqueConstraint(fields=('edition', 'kind', 'subject'), name='mention_once_a_text'),
        ),
        migrations.AddIndex(
            model_name='meeting',
            index=models.Index(fields=['-begins_at'], name='meeting_newest'),
        ),
        migrations.AddIndex(
            model_name='meeting',
            index=models.Index(fields=['status', '-begins_at'], name='meeting_newest_in_status'),
        ),
        migrations.AddIndex(
            model_name='meeting',
            index=models.Index(fields=['order'], name='meeting_order'),
        ),
        migrations.AddIndex(
            model_name='meeting',
            index=models.Index(fields=['organiser', '-order'], name='meeting_of_organiser'),
        ),
        migrations.AddIndex(
            model_name='meeting',
            index=models.Index(fields=['announced_at'], name='meeting_announced'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='meeting_ends_after_it_begins', violation_error_message='The last day cannot come before the first.'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at', None), ('starts_at__isnull', False), _connector='OR'), name='meeting_end_needs_begin', violation_error_message='Give the hour it begins, or no hours at all.'),
        ),
        migrations.AddIndex(
            model_name='outcome',
            index=models.Index(fields=['public_from'], name='outcome_public'),
        ),
        migrations.AddConstraint(
            model_name='outcome',
            constraint=models.UniqueConstraint(fields=('meeting', 'document'), name='outcome_once_a_meeting', violation_error_message='This document is in the list already.'),
        ),
        migrations.AddIndex(
            model_name='participation',
            index=models.Index(fields=['person', '-order'], name='participation_of_person'),
        ),
        migrations.AddIndex(
            model_name='participation',
            index=models.Index(fields=['organisation', '-order'], name='participation_of_body'),
        ),
        migrations.AddConstraint(
            model_name='participation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('appointment__isnull', True), ('organisation__isnull', False)), models.Q(('appointment__isnull', False), ('organisation__isnull', True)), _connector='OR'), name='participation_person_or_organisation', violation_error_message='Choose either a person or an organisation.'),
        ),
        migrations.AddConstraint(
            model_name='participation',
            constraint=models.UniqueConstraint(fields=('meeting', 'appointment'), name='participation_person_once', violation_error_message='This person is in the list already.'),
        ),
        migrations.AddConstraint(
            model_name='participation',
            constraint=models.UniqueConstraint(fields=('meeting', 'organisation'), name='participation_organisation_once', violation_error_message='This organisation is in the list already.'),
        ),
        migrations.AddIndex(
            model_name='appointment',
            index=models.Index(fields=['organisation', '-since'], name='appointment_of_body'),
        ),
        migrations.AddIndex(
            model_name='appointment',
            index=models.Index(fields=['person', '-since'], name='appointment_of_person'),
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('since')), _connector='OR'), name='appointment_ends_after_it_begins', violation_error_message='An appointment cannot end before it begins.'),
        ),
        migrations.AddIndex(
            model_name='picture',
            index=models.Index(fields=['rights', '-id'], name='picture_of_rights'),
        ),
        migrations.AddConstraint(
            model_name='picture',
            constraint=models.CheckConstraint(condition=models.Q(('focus_x__lte', 100), ('focus_y__lte', 100)), name='picture_focus_within'),
        ),
        migrations.AddConstraint(
            model_name='presence',
            constraint=models.UniqueConstraint(fields=('edition', 'user'), name='presence_once'),
        ),
        migrations.AddIndex(
            model_name='intake',
            index=models.Index(fields=['path'], name='intake_path'),
        ),
        migrations.AddConstraint(
            model_name='embargoaccess',
            constraint=models.UniqueConstraint(condition=models.Q(('revoked_at', None)), fields=('release', 'email'), name='access_once_an_address', violation_error_message='This address has access already: send the link again.'),
        ),
        migrations.AddIndex(
            model_name='edition',
            index=models.Index(fields=['language', '-id'], name='edition_of_language'),
        ),
        migrations.AddIndex(
            model_name='edition',
            index=models.Index(fields=['slug'], name='edition_address'),
        ),
        migrations.AddIndex(
            model_name='edition',
            index=models.Index(fields=['visible_from'], name='edition_takes_over'),
        ),
        migrations.AddIndex(
            model_name='edition',
            index=models.Index(condition=models.Q(('is_behind', True)), fields=['is_behind'], name='edition_behind'),
        ),
        migrations.AddIndex(
            model_name='edition',
            index=models.Index(condition=models.Q(('visible_from', None)), fields=['submitted_at'], name='edition_open'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.UniqueConstraint(fields=('release', 'language', 'version'), name='edition_version_once'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.UniqueConstraint(condition=models.Q(('visible_from', None)), fields=('release', 'language'), name='edition_one_draft_per_language', violation_error_message='A draft in this language is open already: work on that one.'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.UniqueConstraint(condition=models.Q(('visible_from__isnull', False), ('visible_until', None)), fields=('release', 'language'), name='edition_one_standing_per_language', violation_error_message='Another version in this language still stands.'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.CheckConstraint(condition=models.Q(('visible_until', None), ('visible_until__gte', models.F('visible_from')), _connector='OR'), name='edition_ends_after_it_begins', violation_error_message='A version cannot end before it begins.'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.CheckConstraint(condition=models.Q(('visible_from', None), ('version', 1), ('minor', True), models.Q(('change_note', ''), _negated=True), _connector='OR'), name='edition_correction_has_note', violation_error_message='Say in one sentence what was corrected, or mark the change as minor.'),
        ),
        migrations.AddIndex(
            model_name='proposal',
            index=models.Index(fields=['content_type', 'object_id'], name='proposal_of_record'),
        ),
        migrations.AddIndex(
            model_name='quote',
            index=models.Index(fields=['key'], name='quote_key'),
        ),
        migrations.AddIndex(
            model_name='quote',
            index=models.Index(fields=['speaker', '-order', 'position'], name='quote_of_speaker'),
        ),
        migrations.AddConstraint(
            model_name='quote',
            constraint=models.UniqueConstraint(fields=('edition', 'key'), name='quote_key_once_an_edition'),
        ),
        migrations.AddConstraint(
            model_name='quote',
            constraint=models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='quote_has_words', violation_error_message='A quote needs its words.'),
        ),
        migrations.AddIndex(
            model_name='recording',
            index=models.Index(fields=['kind', '-id'], name='recording_of_kind'),
        ),
        migrations.AddConstraint(
            model_name='recording',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('url', ''), models.Q(('file', ''), _negated=True)), models.Q(models.Q(('url', ''), _negated=True), ('file', '')), _connector='OR'), name='recording_is_link_or_file', violation_error_message='Give either a link or a file.'),
        ),
        migrations.AddIndex(
            model_name='reprint',
            index=models.Index(fields=['content_type', 'object_id'], name='reprint_of_record'),
        ),
        migrations.AddIndex(
            model_name='reprint',
            index=models.Index(condition=models.Q(('approved_at', None)), fields=['-id'], name='reprint_waiting'),
        ),
        migrations.AddIndex(
            model_name='showing',
            index=models.Index(condition=models.Q(('listed', True)), fields=['reader', '-newest'], name='showing_newest'),
        ),
        migrations.AddIndex(
            model_name='showing',
            index=models.Index(condition=models.Q(('listed', True), ('own', True)), fields=['reader', '-newest'], name='showing_newest_own'),
        ),
        migrations.AddIndex(
            model_name='showing',
            index=models.Index(condition=models.Q(('listed', True)), fields=['reader', '-order'], name='showing_latest'),
        ),
        migrations.AddIndex(
            model_name='showing',
            index=models.Index(condition=models.Q(('listed', True)), fields=['reader', 'kind', '-order'], name='showing_latest_of_kind'),
        ),
        migrations.AddIndex(
            model_name='showing',
            index=models.Index(fields=['visible_from'], name='showing_takes_over'),
        ),
        migrations.AddConstraint(
            model_name='showing',
            constraint=models.UniqueConstraint(fields=('edition', 'reader'), name='showing_once_a_reader'),
        ),
        migrations.AddConstraint(
            model_name='showing',
            constraint=models.UniqueConstraint(condition=models.Q(('visible_until', None)), fields=('release', 'reader'), name='showing_one_stands'),
        ),
        migrations.AddConstraint(
            model_name='showing',
            constraint=models.CheckConstraint(condition=models.Q(('visible_until', None), ('visible_until__gt', models.F('visible_from')), _connector='OR'), name='showing_ends_after_it_begins'),
        ),
        migrations.AddIndex(
            model_name='step',
            index=models.Index(condition=models.Q(('alone', True)), fields=['confirmed_at'], name='step_unconfirmed'),
        ),
        migrations.AddIndex(
            model_name='pressrelease',
            index=models.Index(fields=['-publish_at'], name='release_newest'),
        ),
        migrations.AddIndex(
            model_name='pressrelease',
            index=models.Index(fields=['kind', '-publish_at'], name='release_newest_of_kind'),
        ),
        migrations.AddIndex(
            model_name='pressrelease',
            index=models.Index(fields=['year', '-number'], name='release_numbered'),
        ),
        migrations.AddIndex(
            model_name='pressrelease',
            index=models.Index(condition=models.Q(('held_at__isnull', False)), fields=['held_at'], name='release_held'),
        ),
        migrations.AddIndex(
            model_name='pressrelease',
            index=models.Index(fields=['public_from'], name='release_public_from'),
        ),
        migrations.AddIndex(
            model_name='pressrelease',
            index=models.Index(condition=models.Q(('removal', ''), _negated=True), fields=['-publish_at'], name='release_removed'),
        ),
        migrations.AddIndex(
            model_name='pressrelease',
            index=models.Index(condition=models.Q(('number', None)), fields=['public_from'], name='release_unnumbered'),
        ),
        migrations.AddConstraint(
            model_name='pressrelease',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'approved'), _negated=True), ('publish_at__isnull', False), _connector='OR'), name='release_approved_has_time', violation_error_message='An approved release needs its time of publication.'),
        ),
        migrations.AddConstraint(
            model_name='pressrelease',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('removal', ''), ('removed_at', None)), models.Q(models.Q(('removal', ''), _negated=True), ('removed_at__isnull', False)), _connector='OR'), name='release_removal_has_kind_and_time', violation_error_message='Say which kind of removal it is.'),
        ),
        migrations.AddConstraint(
            model_name='pressrelease',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('held_at', None), ('held_reason', '')), models.Q(('held_at__isnull', False), models.Q(('held_reason', ''), _negated=True)), _connector='OR'), name='release_hold_has_reason', violation_error_message='Say why it is held back.'),
        ),
    ]
