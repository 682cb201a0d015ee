import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Circles } from '../../../access/public.js';
import { drawPdf, writeDocx } from '../../../documents/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { UnitOfWork } from '../../../kernel/db/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { wordsFor } from '../../words/words.js';
import { GatherPersonFile } from './gather-person-file.js';
import { redacted, unmarked } from './marked-text.js';
import type { PersonFile } from './person-file.js';
import type { PersonFileFormat, PersonFileInput } from './person-file.input.js';
import { personPaper } from './person-paper.js';

const types: Readonly<Record<PersonFileFormat, string>> = {
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Makes the copy of one person's data for that person (GDPR 15 and 20), and leaves in the log who made it and for what. */
@Injectable()
export class MakePersonFile {
  constructor(
    private readonly gather: GatherPersonFile,
    private readonly circles: Circles,
    private readonly reader: EntityManager,
    private readonly work: UnitOfWork,
  ) {}

  /** @throws Problem `circle.sealed`, `person_file.text_changed` (409) when a text is not the one that was shown */
  async run(actor: Actor, id: string, { format, purpose, texts = [] }: PersonFileInput): Promise<{ body: Buffer | string; type: string; name: string }> {
    const around = await this.circles.around({ manager: this.reader }, 'individual', id);
    await this.circles.refuseSealed({ manager: this.reader }, around.map((circle) => circle.id));
    const { all, withheld, ...known } = await this.gather.of(actor, id);
    const marked = new Map(texts.map((one) => [one.key, one.marked]));
    for (const [key, text] of marked) {
      if (all.find((one) => one.key === key)?.text.trim() !== unmarked(text).trim()) throw new Problem('person_file.text_changed', { status: 409 });
    }
    const madeAt = this.work.clock.now();
    const unseen = all.filter(({ key }) => !marked.has(key)).map(({ key }) => ({ what: key.split('.').at(-1) ?? key, why: 'not_looked_through' as const }));
    const file: PersonFile = { ...known, madeAt, texts: [...marked].map(([key, text]) => ({ key, text: redacted(text) })), withheld: [...withheld, ...unseen] };
    const paper = () => personPaper(file, wordsFor(actor.language), madeAt);
    const body = format === 'json' ? `${JSON.stringify(file, null, 2)}\n` : format === 'pdf' ? await drawPdf(paper()) : await writeDocx(paper());
    const facts = { format, purpose, texts: marked.size, withheld: file.withheld.length };
    await this.work.log([{ act: 'individual.person_file', kind: 'individual', recordId: id, facts, actor, at: madeAt }]);
    return { body, type: types[format], name: `${file.reference}-${madeAt.slice(0, 10)}.${format}` };
  }
}
