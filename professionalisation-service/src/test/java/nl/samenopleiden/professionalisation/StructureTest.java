package nl.samenopleiden.professionalisation;

import nl.samenopleiden.platform.test.ServiceStructure;

class StructureTest extends ServiceStructure {}
