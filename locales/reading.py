"""Reading the catalogues at the start: as text, so that no compiled copy of them can be out of date."""

import gettext
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from domain.language import ENGLISH, Language, Languages

DOMAIN = "prevention"
FOLDER = Path(__file__).parent


def read_languages(default: str = ENGLISH.tag, folder: Path = FOLDER) -> Languages:
    """Read every catalogue; ``default`` is the force's own language.

    Raises:
        ValueError: there is no catalogue for the force's own language, or one of them cannot be read.
    """
    return Languages([_read_language(file) for file in list_catalogues(folder)], default)


def list_catalogues(folder: Path = FOLDER) -> list[Path]:
    """Give the catalogues' files, as ``cy/LC_MESSAGES/prevention.po``."""
    return sorted(folder.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def read_catalogue(file: Path) -> Catalog:
    """Read one catalogue as a translator left it.

    Raises:
        ValueError: it cannot be read.
    """
    try:
        with file.open("rb") as text:
            return read_po(text, locale=file.parts[-3], abort_invalid=True)
    except PoFileError as error:
        raise ValueError(f"the catalogue of {file.parts[-3]} cannot be read: {error}") from error


def _read_language(file: Path) -> Language:
    catalogue = read_catalogue(file)
    for message in list(catalogue):
        if message.id and not fits(message):
            catalogue.delete(message.id, message.context)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Language(file.parts[-3], gettext.GNUTranslations(compiled))


def fits(message: Message) -> bool:
    """Tell whether a translation fills in the same places as the English; one that does not is not used.

    A place too many would fail the turn that says it; a plural may leave the number out.
    """
    said, english = _list_forms(message.string), _list_forms(message.id)
    known = set().union(*(_list_places(one) for one in english))
    try:
        return all(_list_places(one) <= known for one in said if one)
    except ValueError:
        return False


def _list_forms(words: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words or ())


def _list_places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}
