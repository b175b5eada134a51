"""What can be done with workshops; each service leaves its trace in the transaction of what it does."""

from .freezing import amend_closing, erase_words
from .recommendations import accept_step, decline_step, recommend, report_status, transmit_recommendation
from .releasing import confirm_release, propose_release, take_back_release
from .room import amend_invitation, count_participants, form_group, invite_institution
from .rounds import (
    close_workshop,
    open_workshop,
    plan_round,
    plan_workshop,
    release_round,
    send_back_workshop,
    verify_workshop,
)
from .withdrawing import answer_asked_back, ask_back, withdraw_workshop
from .words import add_node, amend_words, clear_words, cut_link, drop_words, link_nodes, plant_tree

__all__ = [
    "accept_step",
    "add_node",
    "amend_closing",
    "amend_invitation",
    "amend_words",
    "answer_asked_back",
    "ask_back",
    "clear_words",
    "close_workshop",
    "count_participants",
    "confirm_release",
    "cut_link",
    "decline_step",
    "drop_words",
    "erase_words",
    "form_group",
    "invite_institution",
    "link_nodes",
    "open_workshop",
    "plan_round",
    "plan_workshop",
    "plant_tree",
    "propose_release",
    "recommend",
    "release_round",
    "report_status",
    "send_back_workshop",
    "take_back_release",
    "transmit_recommendation",
    "verify_workshop",
    "withdraw_workshop",
]
