-- What entitlement.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "entitlement_rule" ("community_id", "rule_id", "strand_id", "band", "per", "measure", "least")
	values ($1, $2, $3, $4, $5, $6, $7);
