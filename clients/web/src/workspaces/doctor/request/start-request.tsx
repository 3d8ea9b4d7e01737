/** Begins a request: the draft lies with the server from the first moment, and one that was begun before is gone on with. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useClient } from 'urql';
import { useSession } from '../../../graph/graph-context.tsx';
import { useAction } from '../../../shared/actions/use-action.ts';
import { ProblemState } from '../../../shared/feedback/problem-state.tsx';
import { OpenDraftsDocument, StartRequestDocument } from './start-request.graphql.ts';

interface StartRequestProps {
  readonly patientId: string;
  readonly name: string;
  readonly primary?: boolean;
}

const empty = { kind: 'CONSULTATION', urgency: 'ROUTINE', specialty: '', reason: '', summary: '' } as const;

export function StartRequest({ patientId, name, primary = false }: StartRequestProps) {
  const { t } = useTranslation('doctor');
  const navigate = useNavigate();
  const draftOf = useDraftOf(patientId);
  const { run, running, problem } = useAction(StartRequestDocument);
  const start = async () => {
    const begun = (await draftOf()) ?? (await run({ input: { ...empty, patientId } }))?.createConsultation.id;
    if (begun !== undefined) await navigate(`/doctor/consultations/${begun}`);
  };
  return (
    <>
      <Button
        type={primary ? 'primary' : 'default'}
        loading={running}
        aria-label={t('request.startFor', { name })}
        onClick={() => void start()}
      >
        {t('home.new')}
      </Button>
      {problem && <ProblemState problem={problem} />}
    </>
  );
}

function useDraftOf(patientId: string): () => Promise<string | undefined> {
  const client = useClient();
  const me = useSession()?.viewer.practitioner?.id;
  return async () => {
    const { data } = await client
      .query(OpenDraftsDocument, { patientId }, { requestPolicy: 'network-only' })
      .toPromise();
    return data?.consultations.nodes.find(({ requester }) => requester.id === me)?.id;
  };
}
