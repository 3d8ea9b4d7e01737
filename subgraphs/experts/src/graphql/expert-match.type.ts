/** A match and its reasons in the graph. */
import { Field, Float, ObjectType } from 'type-graphql';
import type { ScorePart } from '../domain/expert-matching.ts';
import { ExpertType } from './expert.type.ts';

@ObjectType('ScorePart', { description: 'One factor of a score.' })
export class ScorePartType {
  @Field(() => String, {
    description: 'title, experience, response, presence, duty, disease, load, fairness or bounces.',
  })
  factor!: string;

  @Field(() => Float, { description: 'What it adds to the score, or takes from it.' })
  points!: number;

  @Field(() => String, { description: 'Why, in words for the person who chooses.' })
  because!: string;
}

@ObjectType('ExpertMatch', { description: 'An expert who fits, and why.' })
export class ExpertMatchType {
  @Field(() => ExpertType, { description: 'The expert.' })
  expert!: ExpertType;

  @Field(() => Float, { description: 'The sum of the parts; only its order within one answer means anything.' })
  score!: number;

  @Field(() => [ScorePartType], { description: 'What the score is made of.' })
  parts!: readonly ScorePart[];
}
