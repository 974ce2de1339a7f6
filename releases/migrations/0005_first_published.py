from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("releases", "0004_quotes_in_parts")]

    operations = [
        migrations.AddField(
            model_name="pressrelease",
            name="first_published_at",
            field=models.DateTimeField(
                blank=True,
                editable=False,
                help_text="Where it was public before it came here: the release is dated by it.",
                null=True,
                verbose_name="first published at",
            ),
        ),
    ]
