PYTHON = python3
PORT = 8000
ARGS =

# The settings of production, for the checks: nothing of this machine is read or written.
PRODUCTION = env ENV_FILE=/dev/null DEBUG=off SECRET_KEY=only-for-checks-0123456789-abcdefghijklmnopqrstuvwxyz \
	ALLOWED_HOSTS=press.example.org DATABASE_URL=sqlite:///.venv/check.sqlite3 CACHE_URL= EMAIL_URL=

help: ## Show what make can do
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1|\2/p' Makefile | awk -F'|' '{printf "%-15s %s\n", $$1, $$2}'

run: .venv/run .env ## Serve the newsroom on this machine (PORT=8001 for another port)
	@.venv/bin/python -c 'import socket; socket.create_server(("127.0.0.1", $(PORT)))' 2>/dev/null || \
		{ echo "Port $(PORT) is taken. Stop what uses it, or choose another: make run PORT=8001"; exit 1; }
	@.venv/bin/python manage.py migrate --verbosity 0
	@.venv/bin/python manage.py prepare
	@echo "The newsroom is at http://127.0.0.1:$(PORT)/ and its desk at http://127.0.0.1:$(PORT)/admin/"
	@.venv/bin/python manage.py runserver 127.0.0.1:$(PORT)

# What pytest makes of the tests is kept for the next run, whatever the environment says of others.
test: .venv/test ## Run the tests (ARGS=--slow for the slow ones too, ARGS="-k embargo" for some)
	@PYTHONDONTWRITEBYTECODE= .venv/bin/python -m pytest -n auto --dist worksteal $(ARGS)

check: .venv/test ## Check code, its types and layers, templates, migrations, settings, translations
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	$(PRODUCTION) .venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/djlint --lint --quiet templates
	$(PRODUCTION) .venv/bin/python manage.py makemigrations --check --dry-run
	$(PRODUCTION) .venv/bin/python manage.py check --deploy --fail-level WARNING
	.ci/messages

messages: .venv/test ## Bring the translations up to date with the code, and compile them
	@command -v msgfmt >/dev/null || { echo "gettext is missing: install it, such as with apt install gettext"; exit 1; }
	$(PRODUCTION) .venv/bin/python manage.py makemessages --locale fr --locale nl --locale de \
		--add-location file --no-wrap --no-obsolete --ignore tests --ignore media --ignore staticfiles
	$(PRODUCTION) .venv/bin/python manage.py compilemessages --ignore .venv --verbosity 0

lock: ## Pin what pyproject.toml asks for (ARGS=--upgrade for newer versions)
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/pip install --quiet --upgrade uv
	$(LOCK) --output-file requirements.txt
	$(LOCK) --extra scale --constraint requirements.txt --output-file requirements-scale.txt
	$(LOCK) --extra scale --group dev --constraint requirements-scale.txt --output-file requirements-dev.txt

# The files say what and not from where: each place has its own index.
LOCK = .venv-lock/bin/uv pip compile pyproject.toml $(ARGS) --quiet --no-config --universal \
	--no-header --no-emit-index-url --no-emit-find-links --generate-hashes

.env:
	@umask 077; key=$$($(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(50))'); \
		sed -e "s/^SECRET_KEY=.*/SECRET_KEY=$$key/" -e 's/^#DEBUG=.*/DEBUG=on/' \
			-e 's/^#SECOND_FACTOR=.*/SECOND_FACTOR=off/' .env.example >.env.new
	@mv .env.new .env
	@echo "Wrote .env with a fresh SECRET_KEY, for development."

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "The newsroom needs Python 3.11 or newer: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -m venv --clear .venv || { rm -rf .venv; exit 1; }

.venv/run: .venv/bin/python requirements.txt
	@echo "Installing the requirements."
	@.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	@touch $@

.venv/test: .venv/bin/python requirements-dev.txt
	@echo "Installing the requirements of development."
	@.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.txt
	@touch $@

.PHONY: help run test check messages lock
