"""Armed actors named in IPIS data: one name each, its category, and the other names under which it occurs."""

from dataclasses import dataclass


@dataclass(frozen=True)
class KnownActor:
    """An actor, with the names that mean it; names that say only “an armed group” are no aliases to show."""

    name: str
    category: str
    aliases: tuple[str, ...] = ()


ACTORS = (
    KnownActor("FARDC", "STATE_ARMED"),
    KnownActor("Raïa Mutomboki", "AG_LOCAL"),
    KnownActor("NDC", "AG_LOCAL"),
    KnownActor("FDLR", "AG_FOREIGN", ("FDLR/Rudi",)),
    KnownActor(
        "Maï-Maï Simba (Morgan / ex-Morgan)",
        "AG_LOCAL",
        (
            "Maï-Maï Maï-Maï Simba (ex-Morgan - Manu)",
            "Maï-Maï PARECO et Simba (Morgan)",
            "Maï-Maï Simba (Morgan)",
            "Maï-Maï Simba (Morgan) et MRDC",
            "Maï-Maï Simba (ex-Morgan - Bafwandeke)",
            "Maï-Maï Simba (ex-Morgan - Mangaribi)",
            "Maï-Maï Simba (ex-Morgan - Manu)",
            "Maï-Maï Simba (ex-Morgan - Werrason)",
        ),
    ),
    KnownActor("Maï-Maï Yakutumba", "AG_LOCAL", ("Maï-Maï Yakutumba (groupe Alelua)",)),
    KnownActor("NDC-Rénové", "AG_LOCAL"),
    KnownActor("Police Nationale Congolaise (sauf PMH)", "STATE_ARMED"),
    KnownActor("Maï-Maï Simba", "AG_LOCAL", ("Maï-Maï Simba Rénovée",)),
    KnownActor("FRPI", "AG_LOCAL"),
    KnownActor("UPLC", "AG_LOCAL"),
    KnownActor("Police des Mines (PMH)", "STATE_ARMED"),
    KnownActor(
        "Groupe non identifié",
        "UNKNOWN",
        (
            "Forces négatives",
            "Maï-Maï",
            "Maï-Maï Non identifié",
        ),
    ),
    KnownActor("Maï-Maï UPLD", "AG_LOCAL"),
    KnownActor("ADF", "AG_FOREIGN"),
    KnownActor("Maï-Maï UPCP", "AG_LOCAL"),
    KnownActor("CODECO", "AG_LOCAL", ("Codeco",)),
    KnownActor("Maï-Maï Kapopo", "AG_LOCAL"),
    KnownActor("FRF", "AG_LOCAL"),
    KnownActor("Nyatura", "AG_LOCAL", ("Maï-Maï Nyatura",)),
    KnownActor("Maï-Maï PARECO", "AG_LOCAL"),
    KnownActor("APCLS", "AG_LOCAL"),
    KnownActor(
        "Maï-Maï Résistant",
        "AG_LOCAL",
        (
            "Maï-Maï Résistant Maï-Maï(RM)",
            "Maï-Maï Résistant Maï-maï",
            "Maï-Maï Résistant Maï-maï(RM)",
        ),
    ),
    KnownActor("Maï-Maï Kifuafua", "AG_LOCAL"),
    KnownActor("Maï-Maï Kumu", "AG_LOCAL"),
    KnownActor("Maï-Maï Malaika", "AG_LOCAL"),
    KnownActor("Gardes Parc", "PARK_GUARD"),
    KnownActor("APASICO/UPLC", "AG_LOCAL"),
    KnownActor("Autodéfense", "SELF_DEFENCE"),
    KnownActor("MAC", "AG_LOCAL"),
    KnownActor("Maï-Maï MRDC", "AG_LOCAL"),
    KnownActor("Maï-Maï Bakata-Katanga", "AG_LOCAL"),
    KnownActor("Maï-Maï Gomino", "AG_LOCAL"),
    KnownActor("Maï-Maï AFDC-MAC", "AG_LOCAL"),
    KnownActor("Matonge milice Chunu & Alexis", "AG_LOCAL"),
    KnownActor(
        "Maï-Maï Plusieurs branches dont: la branche de Donald, la branche de Mabala et celle de Bipopa",
        "AG_LOCAL",
    ),
    KnownActor("Maï-Maï WAKOMBOZI KAMBALE MATHINA", "AG_LOCAL"),
    KnownActor("Milice zaïre", "AG_LOCAL"),
    KnownActor("Maï-Maï (pro-gouvernement)", "VDP"),
)

CATEGORY_OF_TYPE = (
    ("Groupe armé local", "AG_LOCAL"),
    ("Groupe armé étranger", "AG_FOREIGN"),
    ("FARDC", "STATE_ARMED"),
    ("PNC", "STATE_ARMED"),
    ("PMH", "STATE_ARMED"),
)
"""For names that are not known: what the type that stands beside them begins with."""
