package dev.millrace.samples.textstats;

import dev.millrace.Pipeline;

@Pipeline(TextNodes.class)
interface TextStats {}
