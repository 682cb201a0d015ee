import { useViewer, useWords } from '../../parts/public.js';

interface FollowUpLinksProps {
  readonly about: 'individual' | 'detention' | 'incident';
  readonly id: string;
}

/** The ways from a record to its tasks and to a new one. */
export const FollowUpLinks = ({ about, id }: FollowUpLinksProps) => {
  const words = useWords();
  const { permissions } = useViewer();
  return (
    <>
      {permissions.has('follow-up.read') && (
        <a class="btn" href={`/follow-ups?${about}=${id}&status=all`}>
          {words.say('follow-ups.title')}
        </a>
      )}
      {permissions.has('follow-up.record') && (
        <a class="btn" href={`/follow-ups/new?${about}=${id}`}>
          {words.say('follow-ups.new')}
        </a>
      )}
    </>
  );
};
