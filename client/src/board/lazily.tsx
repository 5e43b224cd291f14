export { lazily, type Lazy } from '../ui/lazily.tsx';
