package resources;

import dev.millrace.Pipeline;

@Pipeline({Outer.Greeter.class, Outer.Counter.class})
interface Greetings {}
