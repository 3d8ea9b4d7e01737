/** One column to fill in, and beside it the meter, what the specialty wants to see, and who is on duty in it. */
import { useTranslation } from 'react-i18next';
import { usePatient } from '../../../shared/record/use-patient.ts';
import { DropImages } from '../images/drop-images.tsx';
import { Images } from '../../../shared/consultation/images.tsx';
import { AttachResults } from './attach-results.tsx';
import { Fields } from './fields.tsx';
import { Hints } from './hints.tsx';
import { Meter } from './meter.tsx';
import type { RequestTextFragment } from './request.graphql.ts';
import styles from './request.module.css';
import { useRequestText } from './use-request-text.ts';

interface RequestFormProps {
  readonly request: RequestTextFragment;
  readonly patientId: string;
  readonly readAgain: () => void;
}

export function RequestForm({ request, patientId, readAgain }: RequestFormProps) {
  const { t } = useTranslation('doctor');
  const { patient, readAgain: readPatientAgain } = usePatient(patientId);
  const written = useRequestText(request);
  const { text, write } = written;
  return (
    <div className={styles['columns']}>
      <form className={styles['form']} aria-label={t('request.title')} onSubmit={(event) => event.preventDefault()}>
        <Fields written={written} />
        {patient && (
          <AttachResults patient={patient} summary={text.summary} onWrite={(summary) => write({ summary })} />
        )}
        <section className={styles['part']}>
          <Images id={request.id} />
          <DropImages
            id="request-imagingStudies"
            patientId={patientId}
            consultationId={request.id}
            onStored={readAgain}
          />
        </section>
      </form>
      <aside className={styles['aside']}>
        <Meter
          request={request}
          written={written}
          patient={patient}
          readAgain={() => {
            readAgain();
            readPatientAgain();
          }}
        />
        <Hints specialty={text.specialty} />
      </aside>
    </div>
  );
}
