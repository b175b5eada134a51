"""What can be done with claims; each service leaves its trace in the transaction of what it does."""

from .attachments import attach, clear_attachment
from .classes import clear_text, lower_actor_class, lower_class, name_is_borne_out, raise_class
from .corrections import answer_correction, clear_reply, end_contestation, reply_to_claim, request_correction
from .emergencies import (
    ask_to_undo,
    undo_emergency,
    withdraw_claim_at_once,
    withdraw_place_at_once,
    withdraw_workshop_claims,
)
from .erasing import erase_claims
from .following import RESTS_ON, follow_statement, take_back_statements, was_taken_back
from .giving import APPROVED, answer_approval, give_approval, submit_qualification
from .keeping import keep_no_longer, name_is_kept_until, renew_allegation
from .recording import (
    record_benefit,
    record_incident,
    record_involvement,
    record_leg,
    record_observation,
    record_qualification,
    record_situation,
)
from .releasing import Answers, confirm_to_institution, propose_to_institution, release_claims, waiting_for
from .reviewing import (
    answer_claims,
    contest_claims,
    retire_claims,
    send_back_claims,
    submit_claims,
    uphold_claims,
    verify_claims,
    withdraw_claims,
)
from .withdrawals import DAYS_TO_ASK, answer_withdrawal, request_withdrawal

__all__ = [
    "APPROVED",
    "DAYS_TO_ASK",
    "RESTS_ON",
    "Answers",
    "answer_approval",
    "answer_claims",
    "answer_correction",
    "answer_withdrawal",
    "ask_to_undo",
    "attach",
    "clear_attachment",
    "clear_reply",
    "clear_text",
    "confirm_to_institution",
    "contest_claims",
    "end_contestation",
    "erase_claims",
    "follow_statement",
    "give_approval",
    "keep_no_longer",
    "lower_actor_class",
    "lower_class",
    "name_is_borne_out",
    "name_is_kept_until",
    "propose_to_institution",
    "raise_class",
    "record_benefit",
    "record_incident",
    "record_involvement",
    "record_leg",
    "record_observation",
    "record_qualification",
    "record_situation",
    "release_claims",
    "renew_allegation",
    "reply_to_claim",
    "request_correction",
    "request_withdrawal",
    "retire_claims",
    "send_back_claims",
    "submit_claims",
    "submit_qualification",
    "take_back_statements",
    "undo_emergency",
    "uphold_claims",
    "verify_claims",
    "waiting_for",
    "was_taken_back",
    "withdraw_claim_at_once",
    "withdraw_claims",
    "withdraw_place_at_once",
    "withdraw_workshop_claims",
]
