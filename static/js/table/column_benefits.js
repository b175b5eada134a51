// The columns "Bénéficiaires finaux" and "Accord".

import { findCodes } from "./code_search.js";
import { missingOf, statementsOf } from "./rows.js";
import { benefitText } from "./wording.js";

const MOST_KNOWN = 4;
const SAID_OF_BENEFICIARIES = {
  ARMED_COMMAND: "chef groupe commandant",
  SEC_OFFICERS: "fardc officiers armée police",
  LOCAL_TRADER: "négociants comptoir acheteur",
  FOREIGN_NETWORK: "réseau transfrontalier rwanda burundi étranger",
  STATE_TREASURY: "état trésor province taxes",
  COMMUNITY: "population communauté villageois",
  MINERS: "creuseurs",
  UNKNOWN: "inconnu",
};

export const benefitsColumn = {
  name: "benefits",

  lines(model, row) {
    const lines = row.benefits.map((entry) => {
      const open = !entry.beneficiary_type && !entry.unspecified_reason;
      const text = [benefitText(model.session, entry), open ? model.words("table.benefit_open") : ""].filter(Boolean).join(" · ");
      return { root: "benefits", id: entry.id, text, told: model.told("benefits", entry), waits: model.waits(entry), missing: open };
    });
    if (!lines.length && missingOf(row).has("benefits")) lines.push({ text: model.words("table.benefit_missing"), missing: true });
    return lines;
  },

  options(model, _row, typed) {
    const { words } = model;
    const types = findCodes(words.codes("beneficiary_type"), typed, SAID_OF_BENEFICIARIES);
    const reasons = findCodes(words.codes("unspecified_reason"), typed);
    const groups = [
      { title: words("table.beneficiary_types"), options: types.map(({ code, label }) => ({ label, value: { beneficiary_type: code } })) },
      { title: words("table.reasons"), options: reasons.map(({ code, label }) => ({ label, value: { unspecified_reason: code } })) },
    ];
    const name = typed.trim();
    const known = name ? model.session.register.search("actors", name, MOST_KNOWN) : [];
    if (known.length)
      groups.push({
        title: words("table.known_actors"),
        options: known.map((one) => ({ label: one.name, hint: words("table.for_secretariat"), value: { beneficiary: one.id } })),
      });
    if (name)
      groups.push({
        title: words("table.by_name"),
        options: [
          { label: words("table.name_beneficiary", { name }), hint: words("table.for_secretariat"), value: { beneficiary_name: name } },
        ],
      });
    return groups.filter((group) => group.options.length);
  },

  choose(model, row, value) {
    model.writer.addBenefit(row, value);
    return {};
  },

  remove: (model, _row, line) => model.book.remove(line.root, line.id),
};

/** The agreements that the statements of a row carry. */
export const agreementsOf = (row) => [...new Set(statementsOf(row).flatMap(({ entry }) => (entry.agreement ? [entry.agreement] : [])))];

export const agreementColumn = {
  name: "agreement",
  single: true, // one choice fills the cell

  lines(model, row) {
    const agreements = agreementsOf(row);
    if (agreements.length) return agreements.map((code) => ({ agreement: code, text: model.words.label("agreement", code) }));
    return missingOf(row).has("agreement") ? [{ text: model.words("table.to_complete"), missing: true }] : [];
  },

  options: (model, _row, typed) => [
    { options: findCodes(model.words.codes("agreement"), typed).map(({ code, label }) => ({ label, value: code })) },
  ],

  choose(model, row, code) {
    model.writer.setAgreement(row, code);
    return {};
  },

  remove: (model, row) => model.writer.setAgreement(row, null),
};
