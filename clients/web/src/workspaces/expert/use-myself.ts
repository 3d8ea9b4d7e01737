/** Which expert the viewer is: an expert shares the id of the practitioner. */
import { useQuery } from 'urql';
import { ExpertMyselfDocument, type ExpertMyselfQuery } from './me.graphql.ts';

export type Myself = NonNullable<ExpertMyselfQuery['me']['practitioner']>;

export function useMyself(): Myself | null {
  const [{ data }] = useQuery({ query: ExpertMyselfDocument });
  return data?.me.practitioner ?? null;
}
