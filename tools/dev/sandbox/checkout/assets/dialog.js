const dialog = document.getElementById('dialog');
const problem = document.getElementById('problem');
const steps = [...document.querySelectorAll('[data-step]')];

let current = 'loading';

export const currentStep = () => current;

/** Shows one step and takes the focus to its heading, or to the dialog's when it has none. */
export function showStep(name) {
  current = name;
  for (const step of steps) step.hidden = step.dataset.step !== name;
  const heading = document.querySelector(`[data-step="${name}"] h2`) ?? document.getElementById('title');
  heading.focus();
}

/** Says what went wrong, above the step; without a text it is taken back. */
export function showProblem(text = '') {
  problem.textContent = text;
  if (text !== '') problem.focus();
}

/** While a request is under way nothing else can be pressed; focus stays where it is. */
export function setBusy(isBusy) {
  dialog.setAttribute('aria-busy', String(isBusy));
}

/** Keeps Tab inside, and asks to leave on Escape and on a press beside the dialog where the shop allows it. */
export function guard({ escape, backdropClose }, leave) {
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Tab') wrapFocus(event);
    if (event.key === 'Escape' && escape) leave();
  });
  document.body.addEventListener('click', (event) => {
    if (event.target === document.body && backdropClose) leave();
  });
}

function wrapFocus(event) {
  const stops = [...dialog.querySelectorAll('button, input, select, summary, a[href]')].filter(isStop);
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  const isOutside = !stops.includes(document.activeElement);
  if (document.activeElement !== edge && !(isOutside && event.shiftKey)) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0]).focus();
}

/** Visible, and of a group of radio buttons only the checked one. */
function isStop(element) {
  return element.checkVisibility() && !(element.type === 'radio' && !element.checked);
}
