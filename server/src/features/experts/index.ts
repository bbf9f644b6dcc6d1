export { createExpert, type NewExpert } from './create-expert.ts';
export { ExpertModel, type ExpertRecord } from './model.ts';
export { presentExpert, presentExpertCard, presentOwnExpert } from './presenter.ts';
export {
  type BookableExpert,
  compareAndSetSchedule,
  findAnyExpert,
  findBookableExpert,
  findExpert,
  findExpertById,
  findExpertOfUser,
  findExpertsByIds,
} from './repository.ts';
export { expertRoutes } from './routes.ts';
