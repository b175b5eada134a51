"""The trail in words: what was done to what, for readers who know neither verbs nor models."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import pgettext, pgettext_lazy
from django_stubs_ext import StrOrPromise

from .codes import PROVINCES, GrantedClass, Role

# Objects of verbs, and models: both stand in entries.
OBJECTS = {
    "actor": pgettext_lazy("trail", "actor"),
    "actorsituation": pgettext_lazy("trail", "situation of an actor"),
    "anonymousrefusal": pgettext_lazy("trail", "refusals of strangers"),
    "approval": pgettext_lazy("trail", "approved actor"),
    "area": pgettext_lazy("trail", "administrative area"),
    "attachment": pgettext_lazy("trail", "attachment"),
    "auditentry": pgettext_lazy("trail", "audit trail"),
    "benefit": pgettext_lazy("trail", "benefit"),
    "boundaries": pgettext_lazy("trail", "boundaries"),
    "chainleg": pgettext_lazy("trail", "leg of the chain"),
    "claim": pgettext_lazy("trail", "claim"),
    "closing": pgettext_lazy("trail", "closing"),
    "collection": pgettext_lazy("trail", "collection of places"),
    "correction": pgettext_lazy("trail", "request for a correction"),
    "correctionrequest": pgettext_lazy("trail", "request for a correction"),
    "demonstration": pgettext_lazy("trail", "demonstration"),
    "device": pgettext_lazy("trail", "device"),
    "emergency": pgettext_lazy("trail", "emergency"),
    "export": pgettext_lazy("trail", "export"),
    "grant": pgettext_lazy("trail", "wider access"),
    "group": pgettext_lazy("trail", "working group"),
    "heldupdate": pgettext_lazy("trail", "late contribution"),
    "import": pgettext_lazy("trail", "import"),
    "importbatch": pgettext_lazy("trail", "batch"),
    "importedrow": pgettext_lazy("trail", "imported row"),
    "incident": pgettext_lazy("trail", "incident"),
    "institution": pgettext_lazy("trail", "institution"),
    "invitation": pgettext_lazy("trail", "invitation"),
    "involvement": pgettext_lazy("trail", "involvement"),
    "membership": pgettext_lazy("trail", "role"),
    "mergedstate": pgettext_lazy("trail", "archive of the workbook"),
    "namedversion": pgettext_lazy("trail", "version of the workbook"),
    "node": pgettext_lazy("trail", "statement of the tree"),
    "observation": pgettext_lazy("trail", "observation"),
    "observedmineral": pgettext_lazy("trail", "observed mineral"),
    "paper": pgettext_lazy("trail", "paper"),
    "participantcount": pgettext_lazy("trail", "count of participants"),
    "person": pgettext_lazy("trail", "account"),
    "place": pgettext_lazy("trail", "place"),
    "placeamendment": pgettext_lazy("trail", "change of a place"),
    "placedistinction": pgettext_lazy("trail", "places told apart"),
    "placemerging": pgettext_lazy("trail", "merged places"),
    "placestate": pgettext_lazy("trail", "state of a place"),
    "problemtree": pgettext_lazy("trail", "problem tree"),
    "qualification": pgettext_lazy("trail", "qualification"),
    "read": pgettext_lazy("trail", "reading"),
    "recalledclaim": pgettext_lazy("trail", "answer of the last round"),
    "recommendation": pgettext_lazy("trail", "recommendation"),
    "recommendationstep": pgettext_lazy("trail", "progress of a recommendation"),
    "refused": pgettext_lazy("trail", "refusal"),
    "reply": pgettext_lazy("trail", "reply"),
    "report": pgettext_lazy("trail", "report"),
    "reviewevent": pgettext_lazy("trail", "step of the review"),
    "round": pgettext_lazy("trail", "round"),
    "roundrelease": pgettext_lazy("trail", "release of a round"),
    "seat": pgettext_lazy("trail", "open page of the workbook"),
    "source": pgettext_lazy("trail", "source"),
    "statechange": pgettext_lazy("trail", "change of a state"),
    "struck": pgettext_lazy("trail", "entry erased for safety"),
    "supersession": pgettext_lazy("trail", "replaced claim"),
    "tree": pgettext_lazy("trail", "problem tree"),
    "treelink": pgettext_lazy("trail", "link of the tree"),
    "treenode": pgettext_lazy("trail", "statement of the tree"),
    "update": pgettext_lazy("trail", "entry of the workbook"),
    "withdrawal": pgettext_lazy("trail", "request for withdrawal"),
    "withdrawalrequest": pgettext_lazy("trail", "request for withdrawal"),
    "words": pgettext_lazy("trail", "words of the room"),
    "workbook": pgettext_lazy("trail", "workbook"),
    "workshop": pgettext_lazy("trail", "workshop"),
    "workshopinstitution": pgettext_lazy("trail", "invited institution"),
    "zone": pgettext_lazy("trail", "zone"),
    "zones": pgettext_lazy("trail", "layer of zones"),
}

# What was done; `refused.…` ends in the verb of the policy that refused.
ACTIONS = {
    "accept": pgettext_lazy("trail", "acceptance"),
    "add": pgettext_lazy("trail", "addition"),
    "admit_late": pgettext_lazy("trail", "late contribution admitted"),
    "amend": pgettext_lazy("trail", "change"),
    "anonymise": pgettext_lazy("trail", "made anonymous"),
    "answer": pgettext_lazy("trail", "answer"),
    "approve": pgettext_lazy("trail", "approval"),
    "ask": pgettext_lazy("trail", "request"),
    "ask_undo": pgettext_lazy("trail", "request to undo"),
    "blur": pgettext_lazy("trail", "made coarser with age"),
    "broken": pgettext_lazy("trail", "broken off"),
    "change": pgettext_lazy("trail", "change"),
    "clear": pgettext_lazy("trail", "clearing of the text"),
    "close": pgettext_lazy("trail", "closing"),
    "close_sessions": pgettext_lazy("trail", "sessions closed"),
    "compare": pgettext_lazy("trail", "compared again"),
    "confirm": pgettext_lazy("trail", "confirmation"),
    "contest": pgettext_lazy("trail", "contested"),
    "correct": pgettext_lazy("trail", "request for a correction"),
    "count": pgettext_lazy("trail", "count of participants"),
    "deactivate": pgettext_lazy("trail", "switched off"),
    "decide": pgettext_lazy("trail", "decision"),
    "decline": pgettext_lazy("trail", "declined"),
    "distinguish": pgettext_lazy("trail", "told apart"),
    "drop": pgettext_lazy("trail", "removal"),
    "edit": pgettext_lazy("trail", "change"),
    "end": pgettext_lazy("trail", "end"),
    "erase": pgettext_lazy("trail", "erasing"),
    "erase_draft": pgettext_lazy("trail", "draft erased"),
    "erase_name": pgettext_lazy("trail", "name erased"),
    "erase_struck": pgettext_lazy("trail", "erased for safety"),
    "erase_withdrawn": pgettext_lazy("trail", "erased after withdrawal"),
    "export": pgettext_lazy("trail", "export"),
    "follow": pgettext_lazy("trail", "correspondence"),
    "forget_archive": pgettext_lazy("trail", "archive erased"),
    "form": pgettext_lazy("trail", "setting up"),
    "give": pgettext_lazy("trail", "delivery"),
    "hand_in": pgettext_lazy("trail", "handing in"),
    "history": pgettext_lazy("trail", "history"),
    "invite": pgettext_lazy("trail", "invitation of an institution"),
    "reseat": pgettext_lazy("trail", "other seats for an institution"),
    "link": pgettext_lazy("trail", "link"),
    "load": pgettext_lazy("trail", "loading"),
    "lower_class": pgettext_lazy("trail", "class lowered"),
    "make": pgettext_lazy("trail", "import"),
    "manage": pgettext_lazy("trail", "management"),
    "merge": pgettext_lazy("trail", "merging"),
    "nothing": pgettext_lazy("trail", "nothing new"),
    "open": pgettext_lazy("trail", "opening"),
    "password": pgettext_lazy("trail", "new password"),
    "plan": pgettext_lazy("trail", "planning"),
    "plant": pgettext_lazy("trail", "beginning of the tree"),
    "prepare": pgettext_lazy("trail", "preparation"),
    "propose": pgettext_lazy("trail", "proposal"),
    "propose_release": pgettext_lazy("trail", "release proposed"),
    "propose_to": pgettext_lazy("trail", "release to one ministry proposed"),
    "publish": pgettext_lazy("trail", "release"),
    "qualify": pgettext_lazy("trail", "submission of a qualification"),
    "raise_class": pgettext_lazy("trail", "class raised"),
    "reactivate": pgettext_lazy("trail", "switched on again"),
    "read": pgettext_lazy("trail", "reading"),
    "read_held": pgettext_lazy("trail", "reading of late contributions"),
    "recall": pgettext_lazy("trail", "last round's answers added"),
    "reclassify": pgettext_lazy("trail", "change of class"),
    "record": pgettext_lazy("trail", "entry"),
    "release": pgettext_lazy("trail", "release"),
    "release_to": pgettext_lazy("trail", "release to one ministry"),
    "renew_name": pgettext_lazy("trail", "name kept, with a reason"),
    "reopen": pgettext_lazy("trail", "reopening"),
    "reply": pgettext_lazy("trail", "reply"),
    "report": pgettext_lazy("trail", "report"),
    "report_whole": pgettext_lazy("trail", "secretariat's report"),
    "request": pgettext_lazy("trail", "request"),
    "retire": pgettext_lazy("trail", "retirement"),
    "run": pgettext_lazy("trail", "opening of the room"),
    "send": pgettext_lazy("trail", "sending"),
    "send_back": pgettext_lazy("trail", "sent back"),
    "separate": pgettext_lazy("trail", "separation"),
    "set_late_aside": pgettext_lazy("trail", "late contribution set aside"),
    "settle": pgettext_lazy("trail", "province settled"),
    "severe": pgettext_lazy("trail", "claims for the secretariat"),
    "show": pgettext_lazy("trail", "on screen"),
    "sign_in": pgettext_lazy("trail", "sign-in"),
    "start": pgettext_lazy("trail", "beginning"),
    "strike": pgettext_lazy("trail", "erased for safety"),
    "submit": pgettext_lazy("trail", "submission"),
    "supersede": pgettext_lazy("trail", "replacement"),
    "take_back": pgettext_lazy("trail", "taken back"),
    "take_back_release": pgettext_lazy("trail", "release taken back"),
    "transmit": pgettext_lazy("trail", "transmission"),
    "undo": pgettext_lazy("trail", "undoing"),
    "unlink": pgettext_lazy("trail", "link removed"),
    "uphold": pgettext_lazy("trail", "upheld"),
    "verify": pgettext_lazy("trail", "verification"),
    "version": pgettext_lazy("trail", "named version"),
    "view": pgettext_lazy("trail", "reading"),
    "withdraw": pgettext_lazy("trail", "withdrawal"),
    "write": pgettext_lazy("trail", "writing"),
}

# Verbs whose action means something else with this object.
PARTICULAR = {
    "claim.withdraw": pgettext_lazy("trail", "withdrawal"),
    "person.retire": pgettext_lazy("trail", "switched off, unused"),
    "recommendation.report": pgettext_lazy("trail", "progress"),
}

# Names of what entries tell besides.
DETAILS = {
    "accepted": pgettext_lazy("trail", "accepted"),
    "added": pgettext_lazy("trail", "added"),
    "after": pgettext_lazy("trail", "after"),
    "before": pgettext_lazy("trail", "before"),
    "bytes": pgettext_lazy("trail", "bytes"),
    "category": pgettext_lazy("trail", "category"),
    "checksum": pgettext_lazy("trail", "checksum"),
    "claim": pgettext_lazy("trail", "claim"),
    "claims": pgettext_lazy("trail", "claims"),
    "count": pgettext_lazy("trail", "number"),
    "digest": pgettext_lazy("trail", "checksum"),
    "emergency": pgettext_lazy("trail", "emergency"),
    "entries": pgettext_lazy("trail", "entries of the workbook"),
    "epoch": pgettext_lazy("trail", "epoch"),
    "export": pgettext_lazy("trail", "export"),
    "fields": pgettext_lazy("trail", "fields"),
    "filters": pgettext_lazy("trail", "filters"),
    "form": pgettext_lazy("trail", "form"),
    "granted": pgettext_lazy("trail", "granted"),
    "highest": pgettext_lazy("trail", "highest class"),
    "institution": pgettext_lazy("trail", "institution"),
    "into": pgettext_lazy("trail", "into"),
    "items": pgettext_lazy("trail", "items"),
    "kind": pgettext_lazy("trail", "kind"),
    "layout": pgettext_lazy("trail", "layout"),
    "made": pgettext_lazy("trail", "made"),
    "moved": pgettext_lazy("trail", "moved"),
    "number": pgettext_lazy("trail", "number of the closing"),
    "of": pgettext_lazy("trail", "about"),
    "other": pgettext_lazy("trail", "other place"),
    "part": pgettext_lazy("trail", "part"),
    "places": pgettext_lazy("trail", "places"),
    "plenary": pgettext_lazy("trail", "checksum of the plenary part"),
    "province": pgettext_lazy("trail", "province"),
    "provinces": pgettext_lazy("trail", "provinces"),
    "records": pgettext_lazy("trail", "records"),
    "replaced": pgettext_lazy("trail", "replaced"),
    "rest": pgettext_lazy("trail", "checksum of the rest"),
    "role": pgettext_lazy("trail", "role"),
    "round": pgettext_lazy("trail", "round"),
    "rows": pgettext_lazy("trail", "rows"),
    "sensitivity": pgettext_lazy("trail", "class"),
    "sha256": pgettext_lazy("trail", "checksum"),
    "shapes": pgettext_lazy("trail", "shapes"),
    "size": pgettext_lazy("trail", "bytes"),
    "submitted": pgettext_lazy("trail", "submitted"),
    "taken": pgettext_lazy("trail", "taken"),
    "to": pgettext_lazy("trail", "to"),
    "unchanged": pgettext_lazy("trail", "unchanged"),
    "updated": pgettext_lazy("trail", "updated"),
    "vanished": pgettext_lazy("trail", "vanished"),
    "workshop": pgettext_lazy("trail", "workshop"),
}


CLASSES = {"LOW": pgettext_lazy("sensitivity", "Low"), **dict(GrantedClass.choices)}
NAMED: dict[str, dict[str, Any]] = {
    **dict.fromkeys(("province", "provinces"), PROVINCES),
    **dict.fromkeys(("before", "after", "to", "highest", "sensitivity"), CLASSES),
    "role": dict(Role.choices),
    "part": {"room": pgettext_lazy("trail", "for the room"), "secretariat": pgettext_lazy("trail", "whole")},
}
"""Details whose values are codes of a closed list."""


def verb_in_words(verb: str) -> str:
    """The object and what was done to it; the verb itself where no words are known."""
    name, _, action = verb.partition(".")
    done = PARTICULAR.get(verb) or ACTIONS.get(action)
    return f"{OBJECTS[name]} – {done}" if name in OBJECTS and done else verb


def model_in_words(model: str) -> str:
    """What a row of `model` is called."""
    return str(OBJECTS.get(model.rpartition(".")[2], model))


def details_in_words(details: dict[str, Any]) -> list[tuple[StrOrPromise, Any]]:
    """Names in words, with roles, provinces and classes by name; keys and checksums as they are; what is empty, not."""
    told = {name: value for name, value in details.items() if value not in (None, "", [])}
    return [(DETAILS.get(name, name), _value_in_words(name, value)) for name, value in told.items()]


def verb_choices(verbs: Iterable[str]) -> list[tuple[str, str]]:
    """`verbs` for a select, in the order of their words."""
    return sorted(((verb, verb_in_words(verb)) for verb in verbs), key=lambda choice: choice[1].casefold())


def _value_in_words(name: str, value: Any) -> Any:
    if isinstance(value, bool):
        return pgettext("value", "yes") if value else pgettext("value", "no")
    if isinstance(value, list):
        return ", ".join(str(_value_in_words(name, item)) for item in value)
    return NAMED.get(name, {}).get(value, value) if isinstance(value, str) else value
