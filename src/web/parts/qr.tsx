import { encode } from 'uqr';

/** A text as a picture that a telephone reads. */
export const Qr = ({ text, label }: { readonly text: string; readonly label: string }) => {
  const { size, data } = encode(text, { border: 2 });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <div class="qr" role="img" aria-label={label}>
      <svg viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges" aria-hidden="true">
        <path d={dark.join('')} fill="#000" />
      </svg>
    </div>
  );
};
