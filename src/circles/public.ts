export { LetInInput, OpenCircleInput, PutInInput, SealInput } from './circle.input.js';
export { type CircleRowView, type CircleView } from './circle.view.js';
export { CirclesModule } from './circles.module.js';
export { FindCircles } from './find-circles.js';
export { KeepCircle } from './keep-circle.js';
export { SealCircle } from './seal-circle.js';
