"""What is planted in the room during the journey, and which of it nobody but the secretariat may ever read."""

STRUCK, CLEARED = "Zorvaquin les a vus derrière la chapelle.", "Chaque creuseur paie 500 francs."
"""A note of the plenary: a part that the secretariat strikes, and what is left of it."""

NAMED, GROUP, UNIT = "Pelmothrix", "Groupe Quandilor", "FARDC brigade Zulmarek"
"""Who gains, the group that said so, and a unit of the state of which a group speaks alone."""

KEPT, UNCLEARED = "Cairnuvel compte les sacs la nuit.", "Brenvolta doit quitter le site."
"""Words of the group alone, which are cleared to nothing, and a recommendation that nobody clears."""

ASKED, ANSWERED = "Wexatrum : de quel mois s’agit-il ?", "Vintaquor : du mois d’août."
"""What the secretariat asks the room, and what it answers."""

CONTESTED, DECREE = "Ombrelune : la mission du 3 octobre n’a vu personne (fictif).", "Arrêté fictif n° 17-DEMO"
"""What the ministry writes itself."""

UPHELD = "Serpolin : deux sources la disent (fictif)."
"""What it is answered."""

SECRETS = ("Zorvaquin", NAMED, "Quandilor", "Zulmarek", "Cairnuvel", "Brenvolta", "Wexatrum", "Vintaquor")
