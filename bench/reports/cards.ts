import { cardOf, numberOfDay, rulingLayout, rulingsOf, stayCard, stayLayout, textsOf, type StayFacts } from '../../src/reports/public.js';
import type { Named, Row } from './fill.js';

export type Ruled = Parameters<typeof rulingsOf>[0][number];

/** Writes the cards of invented stays as the product does, and keeps the numbers of their texts. */
export class Cards {
  private readonly numbers = new Map<string, number>();
  private people = 0;

  of(facts: StayFacts, person: number | null, decisions: readonly Ruled[]): Row {
    const rulings = rulingsOf(decisions);
    this.people = Math.max(this.people, person ?? 0);
    for (const text of [textsOf(stayLayout, facts), ...rulings.map((one) => textsOf(rulingLayout, one))].flat()) if (!this.numbers.has(text)) this.numbers.set(text, this.numbers.size + 1);
    return {
      ...{ start_first: numberOfDay(String(facts.start_first)), start_last: numberOfDay(String(facts.start_last)), card: stayCard(facts, person, this.numbers) },
      rulings: rulings.map((one) => cardOf(rulingLayout, one, this.numbers)).join(''),
    };
  }

  *texts(): Generator<Named> {
    for (const [text, number] of this.numbers) yield ['fact_text', { number, text }];
    yield ['reference_counter', { series: 'fact-text', last: this.numbers.size }];
    yield ['reference_counter', { series: 'fact-person', last: this.people }];
  }
}
