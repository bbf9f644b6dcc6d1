export { createExpert, type NewExpert } from './create-expert.ts';
export { ExpertModel, type ExpertRecord } from './model.ts';
export { presentExpert, presentExpertCard, presentOwnExpert } from './presenter.ts';
export {
  compareAndSetSchedule,
  findAnyExpert,
  findExpert,
  findExpertById,
  findExpertOfUser,
  findExpertsByIds,
} from './repository.ts';
export { expertRoutes } from './routes.ts';
