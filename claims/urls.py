"""Addresses of review, and of institutions that are heard."""

from django.urls import path

from .views import batches, counts, desk, emergencies, giving, institutions, proposals, raising, requests, steps

app_name = "claims"

urlpatterns = [
    path("about-the-state/", counts.state_count_list, name="state_counts"),
    path("review/", desk.review_queue, name="review"),
    path("review/batch/", batches.review_batch, name="batch"),
    path("review/raising/", raising.review_raise, name="raise_several"),
    path("review/emergencies/", emergencies.emergency_list, name="emergencies"),
    path("review/emergencies/<uuid:emergency_id>/", emergencies.emergency_show, name="emergency"),
    path("review/emergencies/<uuid:emergency_id>/request/", emergencies.emergency_ask, name="emergency_ask"),
    path("review/emergencies/<uuid:emergency_id>/undoing/", emergencies.emergency_undo, name="emergency_undo"),
    path("review/places/<uuid:place_id>/withdrawal/", emergencies.place_withdraw, name="place_withdraw"),
    path("review/proposals/", proposals.proposal_list, name="proposals"),
    path("review/corrections/", requests.correction_list, name="corrections"),
    path("review/corrections/<uuid:request_id>/", requests.correction_answer, name="correction_answer"),
    path("review/replies/<uuid:reply_id>/", requests.reply_clear, name="reply_clear"),
    path("review/withdrawals/<uuid:request_id>/", requests.withdrawal_answer, name="withdrawal_answer"),
    path("review/<uuid:claim_id>/", desk.review_claim, name="review_claim"),
    path("review/<uuid:claim_id>/verify/", steps.claim_verify, name="verify"),
    path("review/<uuid:claim_id>/send-back/", steps.claim_send_back, name="send_back"),
    path("review/<uuid:claim_id>/answer/", steps.claim_answer, name="answer"),
    path("review/<uuid:claim_id>/release/", steps.claim_release, name="release"),
    path("review/<uuid:claim_id>/withdraw/", emergencies.claim_withdraw, name="withdraw"),
    path("review/<uuid:claim_id>/clear/", steps.claim_clear, name="clear"),
    path("review/<uuid:claim_id>/raise/", steps.claim_raise, name="raise"),
    path("review/<uuid:claim_id>/lower/", steps.claim_lower, name="lower"),
    path("review/<uuid:claim_id>/uphold/", steps.claim_uphold, name="uphold"),
    path("review/<uuid:claim_id>/renew/", steps.claim_renew, name="renew"),
    path("review/<uuid:claim_id>/institution/", steps.claim_to_institution, name="to_institution"),
    path("qualifications/new/", giving.qualification_submit, name="qualification_submit"),
    path("approvals/", giving.approval_list, name="approvals"),
    path("approvals/<uuid:approval_id>/answer/", giving.approval_answer, name="approval_answer"),
    path("attachments/<uuid:attachment_id>/", giving.attachment_show, name="attachment"),
    path("claims/<uuid:claim_id>/correction/", institutions.correction_request, name="correction"),
    path("claims/<uuid:claim_id>/reply/", institutions.reply_give, name="reply"),
]
