import json
from pathlib import Path
from django.utils import translation
from workbook.document import described
from workbook.vocabulary import vocabulary
def test_dump():
    base=Path(__file__).resolve().parents[1]/"js"/"table"
    (base/"document.json").write_text(json.dumps(described(),ensure_ascii=False)+"\n")
    with translation.override("fr"):
        lists=vocabulary()["lists"]
    names=["activity_status","actor_category","agreement","answer","armed_presence","basis","beneficiary_type","disclosure","exploitation_mode","extraction_type","frequency","leg_kind","levy_base","levy_unit","mineral","mode","mode_family","place_kind","since_last_round","title_status","transport","unspecified_reason"]
    (base/"labels.json").write_text("{\n"+",\n".join("  %s: %s"%(json.dumps(n),json.dumps(lists[n],ensure_ascii=False)) for n in names)+"\n}\n")
