/**
 * Draws a student (docs/students.md) with WebGL 2: a picture character in real time, without a network.
 *
 *     import { readStudent } from "./student_file.js";
 *     import { StudentPlayer } from "./student.js";
 *
 *     const student = await readStudent(await (await fetch("elf.student")).arrayBuffer());
 *     const player = new StudentPlayer(document.querySelector("canvas"), student);
 *     player.draw(pose); // 45 numbers, as in pipeline/types/pose.py
 *
 * A frame is warp(source with its face, flow) + rest, in premultiplied sRGB. The kernel rows are computed here; the
 * products with the bases, the warp and the sum by the graphics card. The canvas may have any size; what does not
 * belong to the figure is transparent. A file made with `animemoji distil --browser` has at most 4 MB.
 */

import { PICTURE_SIZE } from "./student_file.js";
import { coefficients, looksAt } from "./student_kernels.js";

/** @typedef {import("./student_file.js").Student} Student */
/** @typedef {import("./student_file.js").Field} Field */
/** @typedef {import("./student_file.js").Box} Box */

const POSE_SIZE = 45;
const MOST_COMPONENTS = 516;

/** This browser cannot draw students. */
export class NoWebGlError extends Error {}

const VERTICES = `#version 300 es
void main() { // one triangle that covers everything
  gl_Position = vec4(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0, 0.0, 1.0);
}`;

/** Mean and basis times amounts, for one texel of the field's box. */
const FIELD_FRAGMENTS = `#version 300 es
precision highp float;
precision highp int;
precision highp isampler2DArray;
uniform isampler2DArray fine;
uniform isampler2DArray coarse;
uniform ivec2 counts;
uniform ivec2 corner;
uniform float unit;
uniform vec4 amounts[${MOST_COMPONENTS / 4}];
out vec4 value;
void main() {
  ivec2 place = ivec2(gl_FragCoord.xy) - corner;
  vec4 sum = vec4(0.0);
  for (int k = 0; k < counts.x; k++) {
    float amount = amounts[k >> 2][k & 3];
    if (amount != 0.0) sum += amount * vec4(texelFetch(fine, ivec3(place, k), 0)); // of a preview most are 0
  }
  for (int k = 0; k < counts.y; k++) {
    int at = counts.x + k;
    float amount = amounts[at >> 2][at & 3];
    if (amount != 0.0) sum += amount * vec4(texelFetch(coarse, ivec3(place, k), 0));
  }
  value = sum * unit;
}`;

const FRAME_FRAGMENTS = `#version 300 es
precision highp float;
uniform sampler2D figure;
uniform sampler2D flow;
uniform sampler2D rest;
uniform vec4 box;    // left, top, width, height in the picture's pixels
uniform float size;  // of the canvas
out vec4 colour;

// Of a field of half the picture's size: what it is in the middle of this pixel, or on a small canvas, where a pixel is
// larger than one of the picture, the mean over it (pipeline/posers/student/halves.py).
vec4 meant(sampler2D field, vec2 at) {
  if (size >= ${PICTURE_SIZE}.0) return texture(field, at);
  vec2 there = 0.25 * ${PICTURE_SIZE}.0 / size / box.zw;
  vec2 across = vec2(there.x, -there.y);
  vec4 sum = texture(field, at + there) + texture(field, at - there);
  return (sum + texture(field, at + across) + texture(field, at - across)) / 4.0;
}

void main() {
  vec2 pixel = vec2(gl_FragCoord.x, size - gl_FragCoord.y) * (${PICTURE_SIZE}.0 / size);
  vec2 inBox = (pixel - box.xy) / box.zw;
  vec2 from = (pixel + meant(flow, inBox).xy) / ${PICTURE_SIZE}.0;
  vec4 shown = clamp(texture(figure, from) + meant(rest, inBox), 0.0, 1.0);
  bool inside = all(greaterThanEqual(inBox, vec2(0.0))) && all(lessThan(inBox, vec2(1.0)));
  // Faint noise around the figure is left out, as pipeline/posers/student/paint.py does.
  colour = inside && shown.a * 255.0 > 3.5 ? vec4(min(shown.rgb, shown.aaa), shown.a) : vec4(0.0);
}`;

/** Draws one student on one canvas. */
export class StudentPlayer {
  /** @type {WebGL2RenderingContext} */ #gl;
  /** @type {Student} */ #student;
  // All three are made by #build.
  /** @type {WebGLProgram} */ #frame = /** @type {any} */ (null);
  /** @type {WebGLTexture} */ #figure = /** @type {any} */ (null);
  /** @type {{face: FieldPainter, flow: FieldPainter, rest: FieldPainter}} */ #fields = /** @type {any} */ (null);
  /** @type {number[]} */ #drawn = [];

  /**
   * @param {HTMLCanvasElement | OffscreenCanvas} canvas as wide as high
   * @param {Student} student
   */
  constructor(canvas, student) {
    const gl = /** @type {WebGL2RenderingContext | null} */ (
      canvas.getContext("webgl2", { antialias: false, depth: false, stencil: false })
    );
    if (gl === null || gl.getExtension("EXT_color_buffer_float") === null) {
      throw new NoWebGlError("This browser has no WebGL 2 that can draw into textures of floats.");
    }
    this.#gl = gl;
    this.#student = student;
    this.#build();
    canvas.addEventListener("webglcontextlost", (event) => event.preventDefault());
    canvas.addEventListener("webglcontextrestored", () => this.#build());
  }

  #build() {
    const { source, faceBox, face, flow, rest } = this.#student;
    const gl = this.#gl;
    const fields = program(gl, FIELD_FRAGMENTS);
    this.#frame = program(gl, FRAME_FRAGMENTS);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
    this.#figure = texture(gl, gl.TEXTURE_2D);
    gl.texStorage2D(gl.TEXTURE_2D, 10, gl.RGBA8, PICTURE_SIZE, PICTURE_SIZE);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, PICTURE_SIZE, PICTURE_SIZE, gl.RGBA, gl.UNSIGNED_BYTE, source);
    const pixels = PICTURE_SIZE / 2; // of the picture, for 1 of the flow
    this.#fields = {
      face: new FieldPainter(gl, fields, face, 1 / 255, this.#figure, [faceBox.left, faceBox.top]),
      flow: new FieldPainter(gl, fields, flow, pixels, target(gl, gl.RG16F, flow), [0, 0]),
      rest: new FieldPainter(gl, fields, rest, 1 / 255, target(gl, gl.RGBA16F, rest), [0, 0]),
    };
    this.#drawn = [];
  }

  /**
   * Draws a pose: 45 numbers in the order of pipeline/types/pose.py.
   * @param {ArrayLike<number>} pose
   */
  draw(pose) {
    if (pose.length !== POSE_SIZE) throw new RangeError(`A pose has ${POSE_SIZE} numbers, not ${pose.length}.`);
    const gl = this.#gl;
    const numbers = Array.from(pose);
    const changed = numbers.map((number, at) => number !== this.#drawn[at]);
    const small = gl.drawingBufferWidth < PICTURE_SIZE;
    for (const painter of Object.values(this.#fields)) {
      const { field } = painter;
      if (changed.some((is, at) => is && looksAt(field, at))) painter.paint(numbers.slice(...field.numbers));
    }
    this.#drawn = numbers;
    bind(gl, 0, gl.TEXTURE_2D, this.#figure);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, small ? gl.LINEAR_MIPMAP_LINEAR : gl.LINEAR);
    if (small) gl.generateMipmap(gl.TEXTURE_2D);
    this.#compose();
  }

  #compose() {
    const gl = this.#gl;
    const { left, top, width, height } = this.#student.figureBox;
    const size = gl.drawingBufferWidth;
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    gl.viewport(0, 0, size, size);
    gl.useProgram(this.#frame);
    bind(gl, 1, gl.TEXTURE_2D, this.#fields.flow.target);
    bind(gl, 2, gl.TEXTURE_2D, this.#fields.rest.target);
    const at = (/** @type {string} */ name) => gl.getUniformLocation(this.#frame, name);
    gl.uniform1i(at("figure"), 0);
    gl.uniform1i(at("flow"), 1);
    gl.uniform1i(at("rest"), 2);
    gl.uniform4f(at("box"), left, top, width, height);
    gl.uniform1f(at("size"), size);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
  }
}

/** Computes a field in a pose and writes it into a part of a texture. */
class FieldPainter {
  /**
   * @param {WebGL2RenderingContext} gl @param {WebGLProgram} shader @param {Field} field
   * @param {number} unit what 1 of the field is in the texture
   * @param {WebGLTexture} target
   * @param {[number, number]} corner where the field's box lies in the texture
   */
  constructor(gl, shader, field, unit, target, corner) {
    this.gl = gl;
    this.shader = shader;
    this.field = field;
    this.unit = unit;
    this.target = target;
    this.corner = corner;
    const four = field.channels === 4;
    const layout = four ? gl.RGBA_INTEGER : gl.RG_INTEGER;
    this.fine = layers(gl, field, four ? gl.RGBA16I : gl.RG16I, layout, gl.SHORT, field.fine);
    this.coarse = layers(gl, field, four ? gl.RGBA8I : gl.RG8I, layout, gl.BYTE, field.coarse);
    this.frame = gl.createFramebuffer();
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.frame);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, target, 0);
  }

  /** @param {number[]} numbers */
  paint(numbers) {
    const { gl, field, shader } = this;
    const amounts = new Float32Array(MOST_COMPONENTS);
    amounts[0] = field.step[0];
    coefficients(field, numbers).forEach((value, k) => (amounts[k + 1] = value * field.step[k + 1]));
    const size = field.height * field.width * field.channels;
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.frame);
    gl.viewport(this.corner[0], this.corner[1], field.width, field.height);
    gl.useProgram(shader);
    bind(gl, 0, gl.TEXTURE_2D_ARRAY, this.fine);
    bind(gl, 1, gl.TEXTURE_2D_ARRAY, this.coarse);
    const at = (/** @type {string} */ name) => gl.getUniformLocation(shader, name);
    gl.uniform1i(at("fine"), 0);
    gl.uniform1i(at("coarse"), 1);
    gl.uniform2i(at("counts"), field.fine.length / size, field.coarse.length / size);
    gl.uniform2i(at("corner"), this.corner[0], this.corner[1]);
    gl.uniform1f(at("unit"), this.unit);
    gl.uniform4fv(at("amounts"), amounts);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
  }
}

/** @param {WebGL2RenderingContext} gl @param {number} unit @param {number} kind @param {WebGLTexture} what */
function bind(gl, unit, kind, what) {
  gl.activeTexture(gl.TEXTURE0 + unit);
  gl.bindTexture(kind, what);
}

/** A bound texture whose edges go on. @param {WebGL2RenderingContext} gl @param {number} kind @param {number} [filter] */
function texture(gl, kind, filter = gl.LINEAR) {
  const made = gl.createTexture();
  bind(gl, 0, kind, made);
  gl.texParameteri(kind, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(kind, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  gl.texParameteri(kind, gl.TEXTURE_MIN_FILTER, filter);
  gl.texParameteri(kind, gl.TEXTURE_MAG_FILTER, filter);
  return made;
}

/** A texture for a field's values. @param {WebGL2RenderingContext} gl @param {number} format @param {Field} field */
function target(gl, format, field) {
  const made = texture(gl, gl.TEXTURE_2D);
  gl.texStorage2D(gl.TEXTURE_2D, 1, format, field.width, field.height);
  return made;
}

/**
 * Components of a basis, one a layer; at least one layer, so that the sampler has something to read.
 * @param {WebGL2RenderingContext} gl @param {Field} field @param {number} format @param {number} layout
 * @param {number} type @param {Int8Array | Int16Array} values
 */
function layers(gl, field, format, layout, type, values) {
  const { width, height, channels } = field;
  const made = texture(gl, gl.TEXTURE_2D_ARRAY, gl.NEAREST);
  const count = values.length / (width * height * channels);
  gl.texStorage3D(gl.TEXTURE_2D_ARRAY, 1, format, width, height, Math.max(1, count));
  if (count > 0) gl.texSubImage3D(gl.TEXTURE_2D_ARRAY, 0, 0, 0, 0, width, height, count, layout, type, values);
  return made;
}

/** @param {WebGL2RenderingContext} gl @param {string} fragments */
function program(gl, fragments) {
  const made = gl.createProgram();
  for (const [kind, text] of /** @type {[number, string][]} */ ([[gl.VERTEX_SHADER, VERTICES], [gl.FRAGMENT_SHADER, fragments]])) {
    const shader = /** @type {WebGLShader} */ (gl.createShader(kind));
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    gl.attachShader(made, shader);
  }
  gl.linkProgram(made);
  if (!gl.getProgramParameter(made, gl.LINK_STATUS)) throw new NoWebGlError(gl.getProgramInfoLog(made) ?? "no program");
  return made;
}
