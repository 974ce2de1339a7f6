"""What an address may hold beside slugs and numbers."""

from datetime import date


class DayConverter:
    """A day as 2021/03/30; other spellings and impossible days do not match."""

    regex = "[1-9][0-9]{3}/[0-9]{2}/[0-9]{2}"

    def to_python(self, value: str) -> date:
        return date(*(int(part) for part in value.split("/")))

    def to_url(self, value: date) -> str:
        return value.strftime("%Y/%m/%d")


class NumberConverter:
    """The running number of a reference: 0001, with more digits after 9999."""

    regex = "[0-9]{4,8}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class DigestConverter(NumberConverter):
    """The SHA-256 of a file, in hex digits."""

    regex = "[0-9a-f]{64}"


class YearConverter(NumberConverter):
    """A year of four digits, kept as it is written."""

    regex = "[0-9]{4}"
