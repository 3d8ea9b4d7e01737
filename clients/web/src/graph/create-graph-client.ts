/** The GraphQL client of one signed-in person: a normalised cache, and behind it the SDK. */
import type { Huizhen } from '@huizhen/sdk';
import { Client } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { askExchange } from './ask-exchange.ts';
import { errorsAtNulls } from './errors-at-nulls.ts';

const embedded = () => null;
const uid = (data: object) => ('uid' in data && typeof data.uid === 'string' ? data.uid : null);

/** What has no id of its own lies inside what holds it. */
const keys = {
  Allergy: embedded,
  CallSegment: embedded,
  Coding: embedded,
  ConditionConnection: embedded,
  ConsultationConnection: embedded,
  ConsultationEdge: embedded,
  ConsultationEvent: embedded,
  EncounterConnection: embedded,
  ExpertConnection: embedded,
  ExpertMatch: embedded,
  FeeReason: embedded,
  FhirImport: embedded,
  Guardian: embedded,
  MedicalRecord: embedded,
  MedicationConnection: embedded,
  MissingItem: embedded,
  ObservationComponent: embedded,
  ObservationConnection: embedded,
  PageInfo: embedded,
  PatientConnection: embedded,
  QueueEvent: embedded,
  RecordAccessConnection: embedded,
  RoomAccess: embedded,
  RoomParticipant: embedded,
  ScorePart: embedded,
  SkippedResource: embedded,
  TimelineEntry: embedded,
  VideoProfile: embedded,
  ImagingStudy: uid,
  ImagingSeries: uid,
};

export function createGraphClient(url: string, huizhen: Huizhen): Client {
  return new Client({
    url,
    preferGetMethod: false,
    exchanges: [cacheExchange({ keys }), errorsAtNulls, askExchange(huizhen)],
  });
}
