from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("releases", "0003_roles_and_addresses")]

    operations = [
        migrations.AlterField(
            model_name="quote",
            name="words",
            field=models.TextField(
                help_text="Copied from the text, without the outer quotation marks. Where the text breaks the quote off, such as for “she said”, leave an empty line there.",
                verbose_name="words",
            ),
        ),
    ]
