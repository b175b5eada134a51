"""What became of the recommendations of earlier rounds in the zone of a workshop, as far as a person may read them."""

from django.db.models import Count

from access.reach import Reach
from workshops.codes import RecommendationStatus
from workshops.models import Recommendation, Workshop


def followed(workshop: Workshop, reach: Reach) -> list[tuple[str, int]]:
    """Status in words and number, in the order of the list; what the person may not read is not counted."""
    earlier = Recommendation.objects.permitted_to(reach).filter(
        provinces__overlap=workshop.provinces, workshop__round__starts_on__lt=workshop.round.starts_on
    )
    counted = dict(earlier.order_by().values_list("status").annotate(Count("pk")))
    return [(str(status.label), counted[status.value]) for status in RecommendationStatus if counted.get(status.value)]
