"""The workbook."""

from .lines import Lines, both_json, form, read, read_json, sent, sent_json, step_open

WORKBOOK: dict[tuple[str, str], Lines] = {
    ("workbook:context", "amina's workshop"): read_json("aef 200, bcdhg 404, 0 403"),
    ("workbook:context", "released workshop"): read_json("abcdhefg 404, 0 403"),
    ("workbook:register", "amina's workshop"): read_json("aef 200, bcdhg 404, 0 403"),
    ("workbook:last_round", "amina's workshop"): read_json("aef 200, bcdhg 404, 0 403"),
    ("workbook:exchange", "amina's workshop"): sent_json("a 400, bcdhefg 404, 0 403"),
    ("workbook:findings", "amina's workshop"): read_json("aef 200, bcdhg 404, 0 403"),
    ("workbook:handover", "amina's workshop"): step_open("abcdhefg0 403"),
    ("workbook:history", "amina's workshop"): read_json("aef 400, bcdhg 404, 0 403"),
    ("workbook:versions", "amina's workshop"): both_json("aef 200, bcdhg 404, 0 403", "aef 400, bcdhg 404, 0 403"),
    ("workbook:version", "amina's version"): read_json("aef 200, bcdhg 404, 0 403"),
    ("workbook:devices", "amina's workshop"): both_json("aef 200, bcdhg 404, 0 403", "aef 400, bcdhg 404, 0 403"),
    ("workbook:device_end", "amina's laptop"): sent_json("aef 200, bcdhg 404, 0 403"),
    ("workbook:closing", "amina's workshop"): both_json("aef 200, bcdhg 404, 0 403", "aef 400, bcdhg 404, 0 403"),
    ("workbook:reopening", "amina's workshop"): form("aef 403, bcdhg 404, 0 302"),
    ("workbook:reopening", "closed workshop"): form("ef 200, abcdhg 404, 0 302"),
    ("workbook:recall", "amina's workshop"): form("abcdhg 404, ef 200, 0 302", "abcdhg 404, ef0 302"),
    ("workbook:striking", "amina's workshop"): both_json("aef 200, bcdhg 404, 0 403", "aef 400, bcdhg 404, 0 403"),
    ("workbook:held", "amina's workshop"): read("abcdhg 404, ef 200, 0 302"),
    ("workbook:held_decision", "late in amina's room"): sent("abcdhg 404, ef 422, 0 302"),
    ("workbook:wall", "amina's workshop"): read("a 200, ef 403, bcdhg 404, 0 302"),
    ("workbook:shell", ""): read("abcdhefg 200, 0 302"),
}
