from django.contrib.auth.management import create_permissions
from django.db import migrations
from django.utils import timezone

SUBJECTS = ["meeting", "person", "organisation", "topic"]
RECORDS = [*SUBJECTS, "appointment", "participation", "document", "presscontact"]
TEXTS = ["pressrelease", "edition", "quote"]

READ = [f"view_{model}" for model in TEXTS + RECORDS]
WRITE = [f"{verb}_{model}" for verb in ("add", "change") for model in TEXTS + RECORDS]
DROP = [f"delete_{model}" for model in [*TEXTS, "participation"]]

TRANSLATOR = [*READ, "change_edition", "submit_edition"]
TRANSLATOR += ["add_quote", "change_quote", "delete_quote"]
WRITER = [*READ, *WRITE, *DROP, "submit_edition", "write_any_language"]
EDITOR = [*WRITER, "approve_edition", "remove_pressrelease"]
EDITOR += [f"delete_{model}" for model in RECORDS if model != "participation"]
EDITOR += [f"{verb}_freeze" for verb in ("view", "add", "change", "delete")]
EDITOR += [f"{verb}_embargoaccess" for verb in ("view", "add", "change")]
ADMINISTRATOR = [*EDITOR, "view_user", "add_user", "change_user"]
ADMINISTRATOR += [f"{verb}_profile" for verb in ("view", "add", "change", "delete")]

ROLES = {
    "Writer": WRITER,
    "Translator": TRANSLATOR,
    "Editor": EDITOR,
    "Administrator": ADMINISTRATOR,
}


def make_roles(apps, schema_editor):
    """Permissions come into being after the last migration: these are needed before."""
    for label in ("releases", "auth"):
        config = apps.get_app_config(label)
        config.models_module = getattr(config, "models_module", None) or True
        create_permissions(config, apps=apps, verbosity=0, using=schema_editor.connection.alias)
    for name, codenames in ROLES.items():
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=name)
        permissions = apps.get_model("auth", "Permission").objects.filter(
            content_type__app_label__in=("releases", "auth"), codename__in=codenames
        )
        group.permissions.add(*permissions)


def give_addresses(apps, schema_editor):
    """What is on the site already keeps its addresses."""
    address = apps.get_model("releases", "Address").objects
    for model in SUBJECTS:
        for pk, slug in apps.get_model("releases", model).objects.values_list("pk", "slug"):
            address.get_or_create(scope=model, slug=slug, defaults={"owner": pk})
    editions = apps.get_model("releases", "Edition").objects.filter(live_from__isnull=False)
    for edition in editions.select_related("release").order_by("pk"):
        day = timezone.localdate(edition.release.publish_at).isoformat()
        address.get_or_create(scope=day, slug=edition.slug, defaults={"owner": edition.release_id})


def date_corrections(apps, schema_editor):
    editions = apps.get_model("releases", "Edition").objects.filter(live_from__isnull=False)
    last = {}
    for edition in editions.order_by("version"):
        text = (edition.release_id, edition.language)
        if edition.version > 1 and not edition.minor:
            last[text] = edition.live_from
        edition.corrected_at = last.get(text)
        edition.save(update_fields=["corrected_at"])


class Migration(migrations.Migration):
    dependencies = [
        ("releases", "0002_the_desk"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.RunPython(make_roles, migrations.RunPython.noop),
        migrations.RunPython(give_addresses, migrations.RunPython.noop),
        migrations.RunPython(date_corrections, migrations.RunPython.noop),
    ]
