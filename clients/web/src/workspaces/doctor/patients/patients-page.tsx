/** The patients of the institution: found by name, pinyin, initials or a whole number; for a new consultation, or for their record. */
import { ImportOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { Suspense, useDeferredValue, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Frame } from '../frame/frame.tsx';
import { PatientList } from './patient-list.tsx';
import styles from './patients.module.css';
import { lazily } from '../../../shared/loading/lazily.ts';

const ImportBundle = lazily(async () => (await import('./import-bundle.tsx')).ImportBundle);
const settlesInMs = 250;

export function PatientsPage() {
  const { t } = useTranslation('doctor');
  const [address] = useSearchParams();
  const asking = address.has('new');
  const [search, setSearch] = useState('');
  const [importing, setImporting] = useState(false);
  const [imports, setImports] = useState(0);
  const asked = useDeferredValue(useSettledText(search));
  return (
    <Frame>
      <div className={styles['page']}>
        <header className={styles['head']}>
          <h1>{t(asking ? 'patients.forWhom' : 'patients.title')}</h1>
          <Button icon={<ImportOutlined />} aria-expanded={importing} onClick={() => setImporting(!importing)}>
            {t('patients.import')}
          </Button>
        </header>
        {importing && (
          <Suspense fallback={<div className={styles['importToCome']} />}>
            <ImportBundle onImported={() => setImports(imports + 1)} />
          </Suspense>
        )}
        <Input
          autoFocus
          allowClear
          size="large"
          type="search"
          aria-label={t('patients.search')}
          placeholder={t('patients.searchHint')}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
        <PatientList key={imports} search={asked.trim()} />
      </div>
    </Frame>
  );
}

/** What was typed, once nobody types. */
function useSettledText(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), settlesInMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
