import { placeName, regionLabel, type PlaceView } from '../../../places/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import { DefinitionList, Page, PageHead, Shown, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';

export const PlacePage = ({ viewer, place }: { readonly viewer: Viewer; readonly place: PlaceView }) => {
  const words = wordsFor(viewer.language);
  const { language } = viewer;
  const say = (key: string): string => words.say(`places.${key}`);
  const name = placeName(place, language);
  const also = [...new Set([place.name, place.nameRu, place.nameKk])].filter((other) => other && other !== name).join(' · ');
  return (
    <Page viewer={viewer} title={name} current="places" breadcrumb={[{ href: '/places', text: say('title') }]}>
      <PageHead
        title={name}
        also={also}
        facts={regionLabel(place.regionCode, language)}
        actions={
          <>
            <a class="btn" href={`/history/place/${place.id}`}>
              {say('history')}
            </a>
            {viewer.permissions.has('place.record') && (
              <a class="btn" href={`/places/${place.id}/edit`}>
                {say('edit')}
              </a>
            )}
          </>
        }
      />
      <DefinitionList
        facts={[
          { term: say('kind'), value: labelOf('facility-kinds', place.kind, language) },
          { term: say('kindWords'), value: <q>{place.kindWords}</q>, absent: !place.kindWords },
          { term: say('authority'), value: <Shown value={place.authorityKind && labelOf('authority-kinds', place.authorityKind, language)} /> },
          { term: say('address'), value: <Shown value={place.address} /> },
          { term: say('zone'), value: place.zone },
          { term: say('aliases'), value: place.aliases.join(' · '), absent: place.aliases.length === 0 },
          { term: say('validFrom'), value: <Shown value={place.validFrom} /> },
          { term: say('validTo'), value: place.validTo, absent: !place.validTo },
        ]}
      />
    </Page>
  );
};
