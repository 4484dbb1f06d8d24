"""Who may do what with the evidence library, and what carries it out."""

from bot import library
from bot.route import Route
from cards import library_payloads as lib
from domain.people import Permission

LIBRARY_ROUTES: tuple[Route, ...] = (
    Route(lib.LibraryFind, Permission.FIND_EVIDENCE, library.find),
    Route(lib.LibraryOpen, Permission.FIND_EVIDENCE, library.open_one),
    Route(lib.LibraryBrowse, Permission.KEEP_EVIDENCE, library.browse),
    Route(lib.LibraryForm, Permission.KEEP_EVIDENCE, library.show_form),
    Route(lib.LibraryKeep, Permission.KEEP_EVIDENCE, library.keep),
    Route(lib.LibraryPublish, Permission.KEEP_EVIDENCE, library.publish),
    Route(lib.LibraryLooked, Permission.KEEP_EVIDENCE, library.note_looked),
)
