import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.contrib.auth.management import create_permissions
from django.db import migrations, models

ROLES = ["Writer", "Editor", "Administrator"]


def give_permissions(apps, schema_editor):
    """Who writes releases makes them from files. Permissions come after the last migration."""
    config = apps.get_app_config("releases")
    config.models_module = getattr(config, "models_module", None) or True
    create_permissions(config, apps=apps, verbosity=0, using=schema_editor.connection.alias)
    permissions = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="releases", content_type__model="intake"
    )
    for group in apps.get_model("auth", "Group").objects.filter(name__in=ROLES):
        group.permissions.add(*permissions)


class Migration(migrations.Migration):
    dependencies = [
        ("releases", "0005_first_published"),
        ("contenttypes", "0002_remove_content_type_name"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Intake",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="file")),
                (
                    "file",
                    models.FileField(
                        blank=True, upload_to="intake/%Y/%m/", verbose_name="original"
                    ),
                ),
                ("digest", models.CharField(db_index=True, editable=False, max_length=64)),
                ("document", models.JSONField(default=dict, editable=False)),
                ("proposal", models.JSONField(default=dict, editable=False)),
                ("answers", models.TextField(blank=True, editable=False)),
                ("language", models.CharField(blank=True, editable=False, max_length=12)),
                (
                    "address",
                    models.URLField(
                        blank=True,
                        help_text="Where the release was read before: that address leads to it from now on.",
                        max_length=1000,
                        verbose_name="original address",
                    ),
                ),
                ("path", models.CharField(blank=True, editable=False, max_length=1000)),
                (
                    "at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        verbose_name="taken in at",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="taken in by",
                    ),
                ),
                (
                    "release",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="intakes",
                        to="releases.pressrelease",
                        verbose_name="press release",
                    ),
                ),
            ],
            options={
                "verbose_name": "intake",
                "verbose_name_plural": "intakes",
                "ordering": ["-pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("path", ""), _negated=True),
                        fields=["path"],
                        name="intake_path",
                    )
                ],
            },
        ),
        migrations.RunPython(give_permissions, migrations.RunPython.noop),
    ]
