const head = (more: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ${more} id="Definitions_1" targetNamespace="http://bpmn.io/schema/bpmn">`;

/** In the style of Camunda Modeler: properties and listeners in its own namespace, expressions in its own language. */
export const camundaStyle = `${head('xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:modeler="http://camunda.org/schema/modeler/1.0" modeler:executionPlatform="Camunda Platform"')}
  <bpmn:message id="Message_1" name="payment received" />
  <bpmn:process id="Process_discount" name="Discount" isExecutable="true" camunda:historyTimeToLive="30">
    <bpmn:startEvent id="Start_1" name="Asked for"><bpmn:outgoing>f1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="f1" sourceRef="Start_1" targetRef="Task_review" />
    <bpmn:userTask id="Task_review" name="Review 折扣" camunda:assignee="\${manager}" camunda:formKey="review">
      <bpmn:documentation>Look at the margin.</bpmn:documentation>
      <bpmn:extensionElements>
        <camunda:properties><camunda:property name="colour" value="a &lt; b" /></camunda:properties>
        <camunda:executionListener class="org.acme.Log" event="start" />
      </bpmn:extensionElements>
      <bpmn:incoming>f1</bpmn:incoming><bpmn:incoming>f5</bpmn:incoming><bpmn:outgoing>f2</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:boundaryEvent id="Late" name="Too late" attachedToRef="Task_review"><bpmn:outgoing>f6</bpmn:outgoing>
      <bpmn:timerEventDefinition id="T1"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P2D</bpmn:timeDuration></bpmn:timerEventDefinition>
    </bpmn:boundaryEvent>
    <bpmn:sequenceFlow id="f2" sourceRef="Task_review" targetRef="Gate_ok" />
    <bpmn:exclusiveGateway id="Gate_ok" name="Fine?" default="f4"><bpmn:incoming>f2</bpmn:incoming><bpmn:outgoing>f3</bpmn:outgoing><bpmn:outgoing>f4</bpmn:outgoing><bpmn:outgoing>f5</bpmn:outgoing></bpmn:exclusiveGateway>
    <bpmn:sequenceFlow id="f3" name="yes" sourceRef="Gate_ok" targetRef="Wait_paid"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\${record.total &gt; 100}</bpmn:conditionExpression></bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="f4" sourceRef="Gate_ok" targetRef="End_1" />
    <bpmn:sequenceFlow id="f5" name="again" sourceRef="Gate_ok" targetRef="Task_review"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\${record.total &lt; 5}</bpmn:conditionExpression></bpmn:sequenceFlow>
    <bpmn:intermediateCatchEvent id="Wait_paid" name="Paid"><bpmn:incoming>f3</bpmn:incoming><bpmn:outgoing>f7</bpmn:outgoing><bpmn:messageEventDefinition id="M1" messageRef="Message_1" /></bpmn:intermediateCatchEvent>
    <bpmn:sequenceFlow id="f6" sourceRef="Late" targetRef="End_1" />
    <bpmn:sequenceFlow id="f7" sourceRef="Wait_paid" targetRef="End_1" />
    <bpmn:endEvent id="End_1" name="Done"><bpmn:incoming>f4</bpmn:incoming><bpmn:incoming>f6</bpmn:incoming><bpmn:incoming>f7</bpmn:incoming></bpmn:endEvent>
  </bpmn:process>
  <bpmndi:BPMNDiagram id="D1"><bpmndi:BPMNPlane id="P1" bpmnElement="Process_discount">
    <bpmndi:BPMNShape id="s1" bpmnElement="Task_review"><dc:Bounds x="270" y="77" width="100" height="80" /></bpmndi:BPMNShape>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;

/** In the style of bpmn.io: sub-processes one after the other, a decision between them, an event on a border. */
export const bpmnIoStyle = `${head("")}
  <bpmn:process id="Process_0abc">
    <bpmn:startEvent id="Event_0"><bpmn:outgoing>Flow_0</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="Flow_0" sourceRef="Event_0" targetRef="Activity_draft" />
    <bpmn:subProcess id="Activity_draft" name="Draft"><bpmn:incoming>Flow_0</bpmn:incoming><bpmn:outgoing>Flow_1</bpmn:outgoing>
      <bpmn:startEvent id="Event_1"><bpmn:outgoing>Flow_2</bpmn:outgoing></bpmn:startEvent>
      <bpmn:sequenceFlow id="Flow_2" sourceRef="Event_1" targetRef="Activity_write" />
      <bpmn:task id="Activity_write" name="Write"><bpmn:incoming>Flow_2</bpmn:incoming><bpmn:outgoing>Flow_3</bpmn:outgoing></bpmn:task>
      <bpmn:sequenceFlow id="Flow_3" sourceRef="Activity_write" targetRef="Event_2" />
      <bpmn:endEvent id="Event_2"><bpmn:incoming>Flow_3</bpmn:incoming></bpmn:endEvent>
    </bpmn:subProcess>
    <bpmn:sequenceFlow id="Flow_1" sourceRef="Activity_draft" targetRef="Activity_sent" />
    <bpmn:subProcess id="Activity_sent" name="Sent"><bpmn:incoming>Flow_1</bpmn:incoming><bpmn:outgoing>Flow_4</bpmn:outgoing></bpmn:subProcess>
    <bpmn:boundaryEvent id="Event_late" name="No answer" attachedToRef="Activity_sent"><bpmn:outgoing>Flow_5</bpmn:outgoing>
      <bpmn:timerEventDefinition id="T1"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P1W</bpmn:timeDuration></bpmn:timerEventDefinition>
    </bpmn:boundaryEvent>
    <bpmn:sequenceFlow id="Flow_4" sourceRef="Activity_sent" targetRef="Event_won" />
    <bpmn:sequenceFlow id="Flow_5" sourceRef="Event_late" targetRef="Event_lost" />
    <bpmn:endEvent id="Event_won" name="Won"><bpmn:incoming>Flow_4</bpmn:incoming></bpmn:endEvent>
    <bpmn:endEvent id="Event_lost" name="Lost"><bpmn:incoming>Flow_5</bpmn:incoming></bpmn:endEvent>
  </bpmn:process>
</bpmn:definitions>`;

/** In the style of Flowable: the BPMN namespace as the default one, service tasks and loops with attributes of its own. */
export const flowableStyle = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:flowable="http://flowable.org/bpmn" targetNamespace="http://www.flowable.org/processdef">
  <process id="expense-report" name="Expense report" isExecutable="true" flowable:candidateStarterGroups="sales">
    <startEvent id="start" flowable:formFieldValidation="true" />
    <sequenceFlow id="a" sourceRef="start" targetRef="fork" />
    <parallelGateway id="fork" />
    <sequenceFlow id="b" sourceRef="fork" targetRef="notify" />
    <sequenceFlow id="c" sourceRef="fork" targetRef="ask" />
    <serviceTask id="notify" name="Notify" flowable:delegateExpression="\${mailer}"><extensionElements><flowable:field name="to"><flowable:string><![CDATA[a@b & c]]></flowable:string></flowable:field></extensionElements></serviceTask>
    <userTask id="ask" name="Ask all" flowable:assignee="\${one}"><multiInstanceLoopCharacteristics isSequential="false" flowable:collection="all" /></userTask>
    <sequenceFlow id="d" sourceRef="notify" targetRef="join" />
    <sequenceFlow id="e" sourceRef="ask" targetRef="join" />
    <parallelGateway id="join" />
    <sequenceFlow id="f" sourceRef="join" targetRef="race" />
    <eventBasedGateway id="race" />
    <sequenceFlow id="g" sourceRef="race" targetRef="inTime" />
    <sequenceFlow id="h" sourceRef="race" targetRef="tooLate" />
    <intermediateCatchEvent id="inTime" name="In time"><signalEventDefinition signalRef="answered" /></intermediateCatchEvent>
    <intermediateCatchEvent id="tooLate" name="Too late"><timerEventDefinition><timeDate>2030-01-01T00:00:00Z</timeDate></timerEventDefinition></intermediateCatchEvent>
    <sequenceFlow id="i" sourceRef="inTime" targetRef="over" />
    <sequenceFlow id="j" sourceRef="tooLate" targetRef="over" />
    <endEvent id="over"><terminateEventDefinition /></endEvent>
  </process>
  <signal id="answered" name="answered" />
</definitions>`;

/** In the style of Signavio: a pool with lanes, ids that begin as no id of ours can, notes, data, and a sub-process in the flow. */
export const signavioStyle = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:signavio="http://www.signavio.com" id="sid-0" targetNamespace="http://www.signavio.com/bpmn20" exporter="Signavio">
  <collaboration id="sid-1"><extensionElements><signavio:signavioDiagramMetaData metaKey="revisionid" metaValue="1" /></extensionElements><participant id="sid-2" name="Sales" processRef="sid-3" /></collaboration>
  <process id="sid-3" name="Angebot">
    <laneSet id="sid-4"><lane id="sid-5" name="Clerk"><flowNodeRef>sid-7</flowNodeRef></lane></laneSet>
    <startEvent id="sid-6"><extensionElements><signavio:signavioMetaData metaKey="bgcolor" metaValue="#ffffff" /></extensionElements><outgoing>sid-a</outgoing></startEvent>
    <sequenceFlow id="sid-a" sourceRef="sid-6" targetRef="sid-7" />
    <task id="sid-7" name="Check"><incoming>sid-a</incoming><outgoing>sid-b</outgoing><outgoing>sid-c</outgoing></task>
    <sequenceFlow id="sid-b" sourceRef="sid-7" targetRef="sid-8" />
    <sequenceFlow id="sid-c" sourceRef="sid-7" targetRef="sid-t" />
    <subProcess id="sid-8" name="Deliver"><incoming>sid-b</incoming><outgoing>sid-d</outgoing><task id="sid-81" name="Pack" /></subProcess>
    <intermediateThrowEvent id="sid-t" name="Reached"><incoming>sid-c</incoming><outgoing>sid-e</outgoing></intermediateThrowEvent>
    <sequenceFlow id="sid-d" sourceRef="sid-8" targetRef="sid-9" />
    <sequenceFlow id="sid-e" sourceRef="sid-t" targetRef="sid-9" />
    <endEvent id="sid-9" name="Over"><incoming>sid-d</incoming><incoming>sid-e</incoming></endEvent>
    <dataObjectReference id="sid-d1" name="Offer" dataObjectRef="sid-d0" /><dataObject id="sid-d0" />
    <textAnnotation id="sid-n"><text>Mind the margin</text></textAnnotation>
    <association id="sid-as" sourceRef="sid-7" targetRef="sid-n" />
  </process>
</definitions>`;
