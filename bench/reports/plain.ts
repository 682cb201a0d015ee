/**
 * Beside each built-in report the plainest aggregates one would write by hand for its first table: the same database, the same rows,
 * no reach, no bounds of days, no names of members.
 */
export const plain: Readonly<Record<string, string>> = {
  when: 'SELECT f.start_first, SUM(d.counted_at_least), SUM(d.counted_at_most), COUNT(*) FROM detention d JOIN detention_fact f ON f.detention_id = d.id GROUP BY f.start_first',
  where: 'SELECT d.region_code, SUM(d.counted_at_least), SUM(d.counted_at_most), COUNT(*) FROM detention d JOIN detention_fact f ON f.detention_id = d.id GROUP BY d.region_code',
  people: 'SELECT i.sex, COUNT(*) FROM (SELECT DISTINCT d.individual_id AS id FROM detention d JOIN detention_fact f ON f.detention_id = d.id) s JOIN individual i ON i.id = s.id GROUP BY i.sex',
  outcomes: 'SELECT d.outcome, SUM(d.counted_at_least), SUM(d.counted_at_most), COUNT(*) FROM detention d JOIN detention_fact f ON f.detention_id = d.id GROUP BY d.outcome',
  durations: 'SELECT f.held_min / 180, f.held_max / 180, SUM(d.counted_at_least), SUM(d.counted_at_most), COUNT(*) FROM detention d JOIN detention_fact f ON f.detention_id = d.id GROUP BY 1, 2',
  clocks: 'SELECT k.states, SUM(d.counted_at_least), SUM(d.counted_at_most), COUNT(*) FROM detention d JOIN detention_fact f ON f.detention_id = d.id JOIN clock_states k ON k.detention_id = d.id GROUP BY k.states',
  access: 'SELECT SUM(f.rights_explained), SUM(f.protocol), SUM(f.relatives_told), SUM(f.lawyer_requested), SUM(f.lawyer_admitted), SUM(f.lawyer_denied), SUM(f.medical_done), COUNT(*) FROM detention d JOIN detention_fact f ON f.detention_id = d.id',
  treatment: 'SELECT SUM(f.ill_treatment), SUM(f.injury), SUM(f.deprived), COUNT(*) FROM detention d JOIN detention_fact f ON f.detention_id = d.id',
  kettling: 'SELECT d.region_code, SUM(f.ring), SUM(f.ring_min), SUM(f.ring_max), COUNT(*) FROM detention d JOIN detention_fact f ON f.detention_id = d.id GROUP BY d.region_code',
  rulings: `SELECT e.kind, e.article_token, COUNT(*), SUM(e.sanction_days), SUM(e.fine_amount) FROM detention_event e JOIN detention d ON d.id = e.detention_id WHERE e.kind IN ('ruling_fine', 'ruling_admin_arrest', 'charged_admin') GROUP BY e.kind, e.article_token`,
  incidents: 'SELECT d.incident_id, SUM(d.counted_at_least), SUM(d.counted_at_most), COUNT(*) FROM detention d JOIN detention_fact f ON f.detention_id = d.id GROUP BY d.incident_id',
};
