"""Words that mean the same to officers, so that two descriptions of one problem can meet.

Written from the field's own language [general]; a word may stand in several rows. A new word is added to its
row, a new idea is a new row.
"""

from domain.vocabulary.harm import HARM
from domain.vocabulary.idea import Idea
from domain.vocabulary.people_and_places import PEOPLE_AND_PLACES
from domain.vocabulary.property import PROPERTY
from domain.vocabulary.the_force import THE_FORCE

PROBLEMS: tuple[Idea, ...] = (*PROPERTY, *HARM)
"""What is taken and what is done to people: ideas that say what a problem is, wherever they are named."""

IDEAS: tuple[Idea, ...] = (*PEOPLE_AND_PLACES, *PROPERTY, *HARM, *THE_FORCE)
