import type { NestExpressApplication } from '@nestjs/platform-express';
import { Approvals } from '../approvals/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { Makings, PassOnPublication, PreparePublication, ReleasePublication, type PreparePublicationInput } from '../publications/public.js';
import { wordsFor } from '../web/public.js';

const day = { language: 'ru', from: '2021-01-10', to: '2021-01-10' };

/** A publication at every point of its way: recalled, released, waiting for the second person, and a draft that would name somebody. */
export async function loadPublications(app: NestExpressApplication, { marat, dana }: { readonly marat: Actor; readonly dana: Actor }): Promise<void> {
  const [prepare, makings, release, passOn] = [app.get(PreparePublication), app.get(Makings), app.get(ReleasePublication), app.get(PassOnPublication)];
  const proposed = async (input: PreparePublicationInput): Promise<{ id: string; approval: string }> => {
    const id = await prepare.run(marat, input);
    await makings.begin(marat, id, wordsFor(marat.language));
    await makings.settled();
    return { id, approval: await release.propose(marat, id, 'Прочитано до конца, прошу посмотреть.') };
  };
  const released = async (input: PreparePublicationInput): Promise<string> => {
    const { id, approval } = await proposed(input);
    await app.get(Approvals).answer(dana, approval, true);
    return id;
  };
  const first = await released({ ...day, title: 'Задержанные в день выборов, первые данные', tables: [{ rows: 'sex' }] });
  await passOn.receipt(marat, first, 'Редакция «Бұлақ хабаршысы»');
  await passOn.recall(marat, first, 'Не все задержания были внесены.');
  const second = await released({ ...day, title: 'Задержанные в день выборов', intro: 'Алматы, 10 января 2021 года.', tables: [{ rows: 'outcome' }], replacesId: first });
  await passOn.receipt(marat, second, 'Сайт организации');
  await proposed({ ...day, title: 'Задержанные в день выборов, по возрасту', tables: [{ rows: 'age' }] });
  await prepare.run(marat, { ...day, title: 'Рассказ об одном дне', intro: 'Со слов Айдоса Жумагазина.', tables: [{ rows: 'region', columns: 'sex' }] });
}
